package dev.fathom.export;

import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Pass;
import dev.fathom.export.pass.Passes;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import dev.fathom.graph.Graph;
import dev.fathom.run.Version;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a float32 TFLite file of a network: input {@code image} [1, H, W, 3] RGB 0 to 255, output {@code depth}
 * [1, H, W, 1] in metres. The same graph and weights give the same bytes.
 */
public final class Exporter {
    private Exporter() {}

    /**
     * Lowers, rewrites and writes a network. The bytes are loaded and run before they become a file, so a file that
     * exists works.
     *
     * @param file is replaced as a whole
     * @throws UserException naming an operation that cannot be exported, or why the file cannot be written
     */
    public static ExportedModel export(Graph graph, Weights weights, Path file) {
        LiteGraph lowered = Passes.apply(Passes.forFloat(), new Lowering().lower(graph, weights));
        String description =
                graph.name() + ", exported by Fathom " + Version.current().number();
        TfliteModel model = TfliteModel.of(file.toString(), TfliteWriter.write(lowered, description));
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            interpreter.invoke();
            model.write(file);
            return new ExportedModel(
                    graph.name(),
                    file,
                    model,
                    Passes.forFloat().stream().map(Pass::name).toList(),
                    interpreter.delegation());
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + file + ": " + e.getMessage(),
                    "Check that the disk has space and that you may write there",
                    e);
        }
    }
}

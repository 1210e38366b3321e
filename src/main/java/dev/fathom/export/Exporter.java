package dev.fathom.export;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Pass;
import dev.fathom.export.pass.Passes;
import dev.fathom.export.quantise.FullInteger;
import dev.fathom.export.quantise.SmallWeights;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import dev.fathom.graph.Graph;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes TFLite files of a network: input {@code image} [1, H, W, 3], output {@code depth} [1, H, W, 1]. The same graph,
 * weights, options and calibration give the same bytes.
 */
public final class Exporter {
    private final Graph graph;
    private final ExportOptions wanted;
    private final LiteGraph plain;

    /**
     * @throws UserException naming an operation that cannot be exported, or parameters that are missing
     */
    Exporter(Graph graph, Weights weights, ExportOptions options) {
        OutputForm output = new OutputForm(options);
        this.graph = output.select(graph);
        this.wanted = options;
        this.plain = output.apply(new Lowering().lower(this.graph, weights));
    }

    /** A file of 32-bit floats with a float picture in and metres for each of its pixels out. */
    public static ExportedModel export(Graph graph, Weights weights, Path file) {
        CalibrationPictures none = new CalibrationPictures(List.of(), Monitor.NONE);
        ExportedModel model = new Exporter(graph, weights, ExportOptions.DEFAULT).export(ExportFormat.F32, none, file);
        model.write();
        return model;
    }

    /** The network whose only output is what the files give, before it is cut and scaled. */
    Graph graph() {
        return graph;
    }

    /**
     * Rewrites and quantises the network. The bytes are loaded and run, so what is returned works.
     *
     * @param calibration pictures for {@link ExportFormat#INT8}; others need none
     * @param file that they are to become
     * @throws UserException if the runtime refuses the model
     */
    ExportedModel export(ExportFormat format, CalibrationPictures calibration, Path file) {
        ExportOptions options = wanted.in(format);
        List<Pass> passes = format == ExportFormat.INT8 ? Passes.forWhole() : Passes.forFloat();
        LiteGraph fast = Passes.apply(passes, plain);
        OutputNumbers.requirePossible(format, options);
        StoredGraph floats = stored(format, fast, calibration);
        StoredGraph stored = InputForm.apply(options.input(), OutputNumbers.apply(floats, options));
        byte[] bytes = TfliteWriter.write(stored, Notes.of(graph, format, options));
        TfliteModel model = TfliteModel.of(file.toString(), bytes);
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            interpreter.invoke();
            return new ExportedModel(
                    graph.name(),
                    format,
                    options,
                    file,
                    model,
                    passes.stream().map(Pass::name).toList(),
                    interpreter.delegation());
        }
    }

    private static StoredGraph stored(ExportFormat format, LiteGraph fast, CalibrationPictures calibration) {
        return switch (format) {
            case F32 -> StoredGraph.plain(fast);
            case F16 -> SmallWeights.half(fast);
            case DYNAMIC -> SmallWeights.dynamic(fast);
            case INT8 -> FullInteger.of(fast, calibration.ranges(fast));
        };
    }
}

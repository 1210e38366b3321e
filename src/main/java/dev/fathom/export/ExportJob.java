package dev.fathom.export;

import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import dev.fathom.engine.Predictor;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.ParityReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole export of one network: the file, the check against the engine, the report.
 *
 * @param graph what to export
 * @param weights its trained values
 * @param pictures on which file and engine are compared; none skips the check
 * @param unitsPerMetre raw depth units of the pictures' ground truth per metre
 * @param folder where {@code NETWORK_f32.tflite} and {@code NETWORK_f32.json} go
 */
public record ExportJob(Graph graph, Weights weights, List<Sample> pictures, double unitsPerMetre, Path folder) {
    private static final String STAGE = "Exporting";

    public ExportJob {
        pictures = List.copyOf(pictures);
    }

    /** The TFLite file of the job. */
    public Path file() {
        return folder.resolve(graph.name() + "_f32.tflite");
    }

    /** The report of the job. */
    public Path report() {
        return folder.resolve(graph.name() + "_f32.json");
    }

    /**
     * Exports, checks and writes both files. A check that fails is said in the report and keeps the files. The calling
     * thread has called {@link dev.fathom.engine.Torch#start} if there are pictures.
     *
     * @throws UserException if the network cannot be exported or a file cannot be read or written
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public ExportReport run(Monitor monitor) {
        monitor.checkpoint(STAGE, 0, 1);
        ExportedModel exported = Exporter.export(graph, weights, file());
        monitor.checkpoint(STAGE, 1, 1);
        ExportReport report = exported.report(pictures.isEmpty() ? null : parity(exported, monitor));
        try {
            Json.writeFile(report(), report);
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + report() + ": " + e.getMessage(),
                    "Check that the disk has space and that you may write there",
                    e);
        }
        return report;
    }

    private ParityReport parity(ExportedModel exported, Monitor monitor) {
        try (Predictor predictor = Predictor.load(graph, weights)) {
            return ParityCheck.run(exported.model(), DepthEngine.of(predictor), pictures, unitsPerMetre, monitor);
        }
    }
}

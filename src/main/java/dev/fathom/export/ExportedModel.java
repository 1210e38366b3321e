package dev.fathom.export;

import dev.fathom.export.tflite.Delegation;
import dev.fathom.export.tflite.ModelTensor;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.ParityReport;
import dev.fathom.run.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A file that the exporter has made, loaded and run.
 *
 * @param network name of the architecture
 * @param passes rewrites that were applied, in order
 * @param delegation what XNNPACK took
 */
public record ExportedModel(
        String network,
        ExportFormat format,
        ExportOptions options,
        Path file,
        TfliteModel model,
        List<String> passes,
        Delegation delegation) {
    public ExportedModel {
        passes = List.copyOf(passes);
    }

    /**
     * Writes the file as a whole.
     *
     * @throws dev.fathom.core.UserException if that is not possible
     */
    void write() {
        try {
            model.write(file);
        } catch (IOException e) {
            throw ExportFiles.unwritable(file, e);
        }
    }

    /**
     * What there is to say about it.
     *
     * @param calibration pictures of the scales, or null if there are no such scales
     * @param parity result of the check against the engine, or null if there was none
     * @param latency on this machine
     */
    ExportReport report(ExportReport.Calibration calibration, ParityReport parity, LatencyReport latency) {
        return new ExportReport(
                network,
                format,
                options,
                file.getFileName().toString(),
                model.size(),
                model.sha256(),
                port(model.inputs().get(0), InputForm.meaning(options.input())),
                port(model.outputs().get(0), new OutputForm(options).meaning()),
                passes,
                model.operatorCounts(),
                delegation.partitions(),
                delegation.notDelegated().stream()
                        .map(r -> new ExportReport.NotDelegated(r.code(), r.tensor(), r.reason()))
                        .toList(),
                model.isInteger(),
                calibration,
                parity,
                latency,
                "TFLite " + TfliteInterpreter.runtimeVersion(),
                Version.current().number(),
                Instant.now());
    }

    private static ExportReport.Port port(ModelTensor tensor, String meaning) {
        String scale = tensor.quantisation() == null ? "" : "; " + tensor.quantisation();
        return new ExportReport.Port(tensor.name(), tensor.dims(), tensor.type(), meaning + scale);
    }
}

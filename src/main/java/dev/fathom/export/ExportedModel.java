package dev.fathom.export;

import dev.fathom.export.tflite.Delegation;
import dev.fathom.export.tflite.ModelTensor;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.ExportReport;
import dev.fathom.run.ParityReport;
import dev.fathom.run.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A file that the exporter has written, loaded and run.
 *
 * @param network name of the architecture
 * @param passes rewrites that were applied, in order
 * @param delegation what XNNPACK took
 */
public record ExportedModel(String network, Path file, TfliteModel model, List<String> passes, Delegation delegation) {
    public ExportedModel {
        passes = List.copyOf(passes);
    }

    /** @param parity result of the check against the engine, or null if there was none */
    public ExportReport report(ParityReport parity) {
        return new ExportReport(
                network,
                "f32",
                file.getFileName().toString(),
                model.size(),
                model.sha256(),
                port(model.inputs().get(0), "RGB, 0 to 255"),
                port(model.outputs().get(0), "depth in metres"),
                passes,
                model.operatorCounts(),
                delegation.partitions(),
                delegation.notDelegated().stream()
                        .map(r -> new ExportReport.NotDelegated(r.code(), r.tensor(), r.reason()))
                        .toList(),
                parity,
                "TFLite " + TfliteInterpreter.runtimeVersion(),
                Version.current().number(),
                Instant.now());
    }

    private static ExportReport.Port port(ModelTensor tensor, String meaning) {
        return new ExportReport.Port(tensor.name(), tensor.dims(), tensor.type(), meaning);
    }
}

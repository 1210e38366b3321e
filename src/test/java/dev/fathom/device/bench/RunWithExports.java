package dev.fathom.device.bench;

import dev.fathom.core.DepthMetrics;
import dev.fathom.core.Sha256;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.ParityReport;
import dev.fathom.run.Provenance;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run folder with small models as its exports; nothing was trained. */
public record RunWithExports(RunFolder run) {
    public static final String DATA = "fingerprint-of-the-data";

    public static RunWithExports in(Path workspace) throws IOException {
        String yaml = "name: small\nmodel: {architecture: litedepth}\ndata: {folder: street}\n";
        RunFolder run = RunFolder.create(
                workspace.resolve("runs"), Json.parseYaml(yaml, RunConfig.class, "test"), null, Clock.systemUTC());
        Json.writeFile(
                run.provenance(),
                new Provenance("0", "0", 1, Map.of(), "os", "cpu", 2, null, List.of(), DATA, Map.of(), Instant.EPOCH));
        return new RunWithExports(run);
    }

    Path file(ExportFormat format) {
        return run.export().resolve("small_" + format.text() + ".tflite");
    }

    /** Puts a model there as the export of a format, with its report. */
    public Path add(Path model, ExportFormat format, Double siRmse) throws IOException {
        Files.createDirectories(run.export());
        Path file = Files.copy(model, file(format));
        ExportReport.Port port = new ExportReport.Port("depth", List.of(1, 96, 96, 1), "float32", "metres");
        DepthMetrics metrics = siRmse == null ? null : metrics(siRmse);
        ExportReport report = new ExportReport(
                "small",
                format,
                ExportOptions.DEFAULT,
                file.getFileName().toString(),
                Files.size(file),
                Sha256.of(file),
                port,
                port,
                List.of(),
                Map.of(),
                1,
                List.of(),
                false,
                null,
                new ParityReport(
                        "rules", 1, null, true, 0, 0, "a", "mai: rules", metrics, metrics, List.of(), List.of()),
                null,
                "TFLite",
                "0",
                Instant.EPOCH);
        Json.writeFile(run.export().resolve("small_" + format.text() + ".json"), report);
        return file;
    }

    /** An evaluation of the weights; the later the newer. */
    public void evaluated(String name, String protocol, String fingerprint, double siRmse, int second)
            throws IOException {
        Path file = run.evaluation().resolve(name + ".json");
        Files.createDirectories(run.evaluation());
        Json.writeFile(
                file,
                new EvaluationReport(
                        run.id(),
                        protocol,
                        "rules",
                        "image",
                        "street",
                        fingerprint,
                        "val",
                        "checkpoints/best.safetensors",
                        7,
                        0,
                        List.of(),
                        metrics(siRmse),
                        Map.of(),
                        null));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(second)));
    }

    private static DepthMetrics metrics(double siRmse) {
        return new DepthMetrics(siRmse, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 0.9, 100);
    }
}

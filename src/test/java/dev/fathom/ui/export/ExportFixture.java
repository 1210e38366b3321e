package dev.fathom.ui.export;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.Sha256;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.ParityReport;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Leaves what an export leaves, without a network. */
public final class ExportFixture {
    private static final Instant MADE = Instant.parse("2026-11-20T12:00:00Z");

    private ExportFixture() {}

    /** Weights as far as the page looks at them. */
    public static void weights(RunFolder run) throws IOException {
        Files.createDirectories(run.checkpoints());
        Files.writeString(run.checkpoints().resolve("best.json"), "{}");
    }

    /** A file with its report; {@code share} is its largest difference. */
    public static Path export(RunFolder run, ExportFormat format, double share) throws IOException {
        Files.createDirectories(run.export());
        String stem = "litedepth_" + format.text();
        Path file = run.export().resolve(stem + ".tflite");
        AtomicFiles.writeString(file, "a model of " + format);
        ParityReport parity = new ParityReport(
                "rules",
                10,
                1e-4,
                share < 1e-4,
                share,
                share / 10,
                "000765",
                "mai",
                null,
                null,
                List.of(new ParityReport.Picture("000765", share * 10, share, share, share / 10)),
                List.of());
        ExportReport.Port port = new ExportReport.Port("image", List.of(1, 480, 640, 3), "FLOAT32", "RGB, 0 to 255");
        ExportReport report = new ExportReport(
                "litedepth",
                format,
                ExportOptions.DEFAULT,
                file.getFileName().toString(),
                Files.size(file),
                Sha256.of(file),
                port,
                port,
                List.of("fold batch norm"),
                Map.of("CONV_2D", 27),
                1,
                List.of(),
                false,
                null,
                parity,
                latency(file),
                "TFLite",
                "test",
                MADE);
        Json.writeFile(run.export().resolve(stem + ".json"), report);
        return file;
    }

    private static LatencyReport latency(Path file) throws IOException {
        List<Double> runs = List.of(2.0, 2.5, 3.0);
        return new LatencyReport(
                file.getFileName().toString(),
                Sha256.of(file),
                Files.size(file),
                "local",
                "a machine",
                "TFLite",
                1,
                1,
                0,
                1,
                3,
                3,
                true,
                LatencyStatistics.of(runs),
                runs,
                MADE,
                null);
    }
}

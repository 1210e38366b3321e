package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Monitor;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.engine.Torch;
import dev.fathom.export.ExportJob;
import dev.fathom.export.ExportNames;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats of a network that has learnt something: whole numbers make noise of random weights. */
class TrainedExportTest {
    private static final int EPOCHS = 60;

    @TempDir
    private static Path folder;

    private static TrainedNetwork network;
    private static DepthDataset images;

    @BeforeAll
    static void train() throws IOException {
        Torch.start(2);
        TinyRuns runs = new TinyRuns(folder);
        RunFolder run = runs.create(runs.unvaried(EPOCHS));
        Training.run(run, () -> false, TrainingProgress.silent());
        network = TrainedNetwork.of(run);
        images = DatasetFormats.open(runs.data());
    }

    @Test
    void everyFormatKeepsWhatTheNetworkHasLearnt() throws IOException {
        ExportJob job = job("formats", ExportOptions.DEFAULT);
        List<ExportReport> reports = job.run(List.of(ExportFormat.values()), Monitor.NONE);
        double[] mostLoss = {1e-5, 1e-4, 2e-3, 1e-2};
        double[] mostShare = {1e-4, 1e-2, 0.1, 0.3};
        for (int i = 0; i < reports.size(); i++) {
            ExportReport report = reports.get(i);
            String name = report.format().text();
            assertTrue(report.parity().passed(), name);
            assertTrue(
                    report.parity().maxShare() < mostShare[i],
                    name + " " + report.parity().maxShare());
            double loss = report.parity().fileMetrics().siRmse()
                    - report.parity().engineMetrics().siRmse();
            assertTrue(loss < mostLoss[i], name + " loses " + loss);
            assertEquals(1, report.xnnpackPartitions(), name);
            assertEquals(List.of(), report.notDelegated(), name);
            assertEquals(report, Json.readFile(job.names().report(report.format()), ExportReport.class));
        }
        assertTrue(reports.get(1).bytes() < 0.55 * reports.get(0).bytes());
        assertTrue(reports.get(2).bytes() < 0.4 * reports.get(0).bytes());
        assertTrue(reports.get(3).bytes() < 0.4 * reports.get(0).bytes());
        assertEquals(TinyRuns.TRAIN, reports.get(3).calibration().pictures());
        String page = Files.readString(job.names().page());
        assertEquals(
                4 * 4, page.split("<figure>", -1).length - 1, "picture, engine, file and difference for each format");
        for (ExportReport report : reports) {
            assertTrue(page.contains(report.sha256()), "the page names every file");
        }
    }

    @Test
    void exportingTwiceGivesTheSameBytesInEveryFormat() throws IOException {
        ExportJob first = job("first", ExportOptions.DEFAULT);
        ExportJob second = job("second", ExportOptions.DEFAULT);
        first.run(List.of(ExportFormat.values()), Monitor.NONE);
        second.run(List.of(ExportFormat.values()), Monitor.NONE);
        for (ExportFormat format : ExportFormat.values()) {
            assertArrayEquals(
                    Files.readAllBytes(first.names().file(format)),
                    Files.readAllBytes(second.names().file(format)),
                    format.text());
        }
    }

    private static ExportJob job(String name, ExportOptions options) {
        ExportJob.Pictures pictures = new ExportJob.Pictures(images.val(), images.train());
        return new ExportJob(
                new ExportNames(folder.resolve(name), "net", options), network.graph(), network.weights(), pictures);
    }
}

package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.engine.Torch;
import dev.fathom.engine.Weights;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportJobTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void theFileAgreesWithTheEngineOnEveryPictureInOnePartition(String name) throws IOException {
        Torch.start(1);
        Graph graph = Architectures.named(name).build(ImageSize.VGA);
        Weights weights = TestModels.trainedLike(graph, 7);
        ExportJob job = job(graph, weights, pictures());
        ExportReport report = job.run(List.of(ExportFormat.F32), Monitor.NONE).get(0);
        assertTrue(
                report.parity().passed(),
                name + " differs by " + report.parity().maxShare());
        assertEquals(3, report.parity().pictures().size());
        assertEquals(1, report.xnnpackPartitions());
        assertEquals(List.of(), report.notDelegated());
        TfliteModel written = TfliteModel.read(job.names().file(ExportFormat.F32));
        assertEquals(written.sha256(), report.sha256());
        assertEquals(Files.size(job.names().file(ExportFormat.F32)), report.bytes());
        assertEquals(report, Json.readFile(job.names().report(ExportFormat.F32), ExportReport.class));
    }

    @Test
    void exportingTwiceGivesTheSameBytesInEveryFormatAndWithoutPicturesThereIsNoParity() throws IOException {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        Weights weights = Weights.initial(graph, 1);
        ExportJob.Pictures pictures =
                new ExportJob.Pictures(List.of(), pictures().subList(0, 1));
        ExportJob job = new ExportJob(new ExportNames(folder, "net", ExportOptions.DEFAULT), graph, weights, pictures);
        List<ExportFormat> all = List.of(ExportFormat.values());
        assertNull(job.run(all, Monitor.NONE).get(0).parity());
        List<byte[]> first = new ArrayList<>();
        for (ExportFormat format : all) {
            first.add(Files.readAllBytes(job.names().file(format)));
        }
        job.run(all, Monitor.NONE);
        for (int i = 0; i < all.size(); i++) {
            assertArrayEquals(
                    first.get(i),
                    Files.readAllBytes(job.names().file(all.get(i))),
                    all.get(i).text());
        }
    }

    @Test
    void anExportThatFailsLeavesTheOldOneAsItWas() throws IOException {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        ExportJob job = job(graph, Weights.initial(graph, 1), List.of());
        job.run(List.of(ExportFormat.F32), Monitor.NONE);
        byte[] file = Files.readAllBytes(job.names().file(ExportFormat.F32));
        String report = Files.readString(job.names().report(ExportFormat.F32));
        Sample gone = Sample.ofFiles("gone", folder.resolve("gone.png"), Optional.empty(), 1000);
        Torch.start(1);
        assertThrows(UserException.class, () -> job(graph, Weights.initial(graph, 2), List.of(gone))
                .run(List.of(ExportFormat.F32), Monitor.NONE));
        assertArrayEquals(file, Files.readAllBytes(job.names().file(ExportFormat.F32)));
        assertEquals(report, Files.readString(job.names().report(ExportFormat.F32)));
        assertTrue(Files.exists(job.names().page()));
    }

    /** A folder in the place of the file is as bad as a full disk. */
    @Test
    void anExportThatIsCutOffWhileItWritesLeavesNoReportOfAnother() throws IOException {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        ExportJob job = job(graph, Weights.initial(graph, 1), List.of());
        Files.writeString(job.names().report(ExportFormat.F32), "old");
        Files.writeString(job.names().page(), "old");
        Files.createDirectories(job.names().file(ExportFormat.F32).resolve("inside"));
        assertThrows(UserException.class, () -> job.run(List.of(ExportFormat.F32), Monitor.NONE));
        assertFalse(Files.exists(job.names().report(ExportFormat.F32)));
        assertFalse(Files.exists(job.names().page()));
    }

    private ExportJob job(Graph graph, Weights weights, List<Sample> check) {
        ExportJob.Pictures pictures = new ExportJob.Pictures(check, List.of());
        return new ExportJob(new ExportNames(folder, graph.name(), ExportOptions.DEFAULT), graph, weights, pictures);
    }

    /** Three pictures, one of another size than the network takes. */
    private List<Sample> pictures() throws IOException {
        List<Sample> samples = new ArrayList<>();
        int[][] sizes = {{480, 640}, {240, 320}, {480, 640}};
        for (int i = 0; i < sizes.length; i++) {
            float[] values = TestModels.picture(sizes[i][0], sizes[i][1]);
            byte[] rgb = new byte[values.length];
            for (int k = 0; k < rgb.length; k++) {
                rgb[k] = (byte) Math.max(0, Math.min(255, values[k] + 20 * i));
            }
            Path file = folder.resolve("picture" + i + ".png");
            RgbFile.writePng(file, new RgbImage(sizes[i][1], sizes[i][0], rgb));
            samples.add(Sample.ofFiles("picture" + i, file, Optional.empty(), 1000));
        }
        return samples;
    }
}

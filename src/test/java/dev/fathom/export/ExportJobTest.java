package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
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
        TfliteModel written = TfliteModel.read(job.file(ExportFormat.F32));
        assertEquals(written.sha256(), report.sha256());
        assertEquals(Files.size(job.file(ExportFormat.F32)), report.bytes());
        assertEquals(report, Json.readFile(job.report(ExportFormat.F32), ExportReport.class));
    }

    @Test
    void exportingTwiceGivesTheSameBytesAndWithoutPicturesThereIsNoParity() throws IOException {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        Weights weights = Weights.initial(graph, 1);
        ExportJob job = job(graph, weights, List.of());
        assertNull(job.run(List.of(ExportFormat.F32), Monitor.NONE).get(0).parity());
        byte[] first = Files.readAllBytes(job.file(ExportFormat.F32));
        job.run(List.of(ExportFormat.F32), Monitor.NONE).get(0);
        assertArrayEquals(first, Files.readAllBytes(job.file(ExportFormat.F32)));
    }

    private ExportJob job(Graph graph, Weights weights, List<Sample> check) {
        ExportJob.Pictures pictures = new ExportJob.Pictures(check, List.of());
        return new ExportJob(graph.name(), graph, weights, ExportOptions.DEFAULT, pictures, folder);
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

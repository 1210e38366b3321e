package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.engine.Torch;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every network that is small enough for a phone, from its weights to a checked file. */
class StudentsExportTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        Torch.start(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "litedepth",
                "fathom-s",
                "tf_mobilenetv3_small_minimal_100+light-3x3",
                "tf_mobilenetv3_small_minimal_100+light-mixed",
                "tf_mobilenetv3_small_minimal_100+light5",
                "mobilenet_v1+light",
                "mobilenet_v2+light",
                "mobilenet_v3_small+light",
                "mobilenet_v3_large+light",
                "efficientnet_b0+light",
                "mobilenet_v2+nnconv5",
                "mobilenet_v1+nnconv5-bilinear",
                "mobilenet_v2+mff"
            })
    void aStudentIsExportedInOnePartitionAndAgreesWithTheEngine(String name) throws IOException {
        requireGoodExport(name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {"resnet18-light", "resnet34+light", "efficientnet_b0+nnconv5", "wang2021-student", "hu-student"})
    void soIsALargerOne(String name) throws IOException {
        requireGoodExport(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "fathom-s"})
    void everyFormatOfAStudentIsOnePartition(String name) throws IOException {
        requireOnePartitionInEveryFormat(name);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"resnet18-light", "wang2021-student", "hu-student", "mobilenet_v3_small+light"})
    void soIsEveryFormatOfALargerOne(String name) throws IOException {
        requireOnePartitionInEveryFormat(name);
    }

    private void requireOnePartitionInEveryFormat(String name) throws IOException {
        for (ExportReport report : export(name, List.of(ExportFormat.values()))) {
            String format = name + " " + report.format().text();
            assertEquals(List.of(), report.notDelegated(), format);
            assertEquals(1, report.xnnpackPartitions(), format);
            assertTrue(report.parity().passed(), format);
        }
    }

    /** 56 pixels become 480 and 640 by factors that are not just below whole ones. */
    @Test
    void onlyANearestResizeByAnOddFactorStaysOutsideXnnpack() throws IOException {
        ExportReport report = export("mobilenet_v3_small+light@224x224");
        assertEquals(
                List.of("RESIZE_NEAREST_NEIGHBOR"),
                report.notDelegated().stream()
                        .map(ExportReport.NotDelegated::operator)
                        .toList());
    }

    private void requireGoodExport(String name) throws IOException {
        ExportReport report = export(name);
        assertEquals(List.of(), report.notDelegated());
        assertEquals(1, report.xnnpackPartitions());
    }

    private ExportReport export(String name) throws IOException {
        ExportReport report = export(name, List.of(ExportFormat.F32)).get(0);
        assertTrue(report.parity().outputRange() > 1e-3, "the output is the same everywhere");
        assertTrue(
                report.parity().passed(),
                () -> "the file differs by " + report.parity().maxShare() + " of the range");
        return report;
    }

    private List<ExportReport> export(String name, List<ExportFormat> formats) throws IOException {
        Graph graph = Architectures.named(name).build(ImageSize.VGA);
        Weights weights = TestModels.trainedLike(graph, 7);
        ExportJob.Pictures pictures = new ExportJob.Pictures(List.of(picture()), List.of(picture()));
        ExportJob job = new ExportJob(new ExportNames(folder, name, ExportOptions.DEFAULT), graph, weights, pictures);
        return job.run(formats, Monitor.NONE);
    }

    private Sample picture() throws IOException {
        float[] values = TestModels.picture(480, 640);
        byte[] rgb = new byte[values.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (int) Math.min(Math.max(values[i], 0), 255);
        }
        Path file = folder.resolve("picture.png");
        RgbFile.writePng(file, new RgbImage(640, 480, rgb));
        return Sample.ofFiles("picture", file, Optional.empty(), 1000);
    }
}

package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ParityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParityCheckTest {
    private static final int HEIGHT = 12;
    private static final int WIDTH = 16;

    @TempDir
    private Path folder;

    private TfliteModel model;

    @BeforeEach
    void aSmallModel() {
        GraphBuilder b = new GraphBuilder("small");
        Tensor x = b.input("image", TensorShape.chw(3, HEIGHT, WIDTH));
        b.output("depth", b.relu("relu", b.conv("conv", x, 1, 3, 1, Padding.uniform(1), true)));
        Graph graph = b.build();
        Weights weights = TestModels.trainedLike(graph, 1);
        LiteGraph lowered = new Lowering().lower(graph, weights);
        model = TfliteModel.of("small.tflite", TfliteWriter.write(lowered, "small"));
    }

    @Test
    void anEngineThatGivesTheSameHasNoDifference() throws IOException {
        ParityReport report = run((image, depth) -> depth, samples(3));
        assertTrue(report.passed());
        assertEquals(0, report.maxShare());
        assertEquals(3, report.pictures().size());
        assertEquals(report.engineMetrics(), report.fileMetrics());
        assertTrue(report.engineMetrics().siRmse() > 0);
    }

    @Test
    void aDifferenceOnOnePictureFailsTheCheckAndNamesThePicture() throws IOException {
        int[] calls = {0};
        ParityReport report = run(
                (image, depth) -> {
                    float[] other = depth.clone();
                    if (calls[0]++ == 1) {
                        other[5] += 0.5f;
                    }
                    return other;
                },
                samples(3));
        assertFalse(report.passed());
        assertEquals("image1", report.worst());
        ParityReport.Picture worst = report.pictures().get(1);
        assertEquals(0.5, worst.maxMetres(), 1e-5);
        assertEquals(0.5 / (HEIGHT * WIDTH), worst.meanMetres(), 1e-6);
        assertEquals(worst.maxMetres() / report.outputRange(), report.maxShare(), 1e-12);
        assertEquals(0, report.pictures().get(0).maxShare());
    }

    @Test
    void aNumberAgainstNotANumberIsAnInfiniteDifference() throws IOException {
        ParityReport report = run(
                (image, depth) -> {
                    float[] other = depth.clone();
                    other[0] = Float.NaN;
                    return other;
                },
                samples(1));
        assertFalse(report.passed());
        assertEquals(Double.POSITIVE_INFINITY, report.pictures().get(0).maxMetres());
    }

    @Test
    void picturesWithoutGroundTruthHaveParityButNoMetrics() throws IOException {
        List<Sample> bare = samples(2).stream().map(Sample::withoutDepth).toList();
        ParityReport report = run((image, depth) -> depth, bare);
        assertTrue(report.passed());
        assertNull(report.engineMetrics());
    }

    @Test
    void aPictureThatCannotBeReadIsLeftOutAndListed() throws IOException {
        List<Sample> samples = new ArrayList<>(samples(2));
        Path broken = folder.resolve("broken.png");
        Files.writeString(broken, "no picture");
        samples.add(Sample.ofFiles("broken", broken, Optional.empty(), 1000));
        ParityReport report = run((image, depth) -> depth, samples);
        assertEquals(2, report.pictures().size());
        assertEquals(1, report.leftOut().size());
        assertTrue(report.leftOut().get(0).contains("broken.png"));
        assertThrows(UserException.class, () -> run((image, depth) -> depth, samples.subList(2, 3)));
    }

    @Test
    void aCancelRequestStopsBetweenPictures() throws IOException {
        List<Sample> samples = samples(3);
        List<Long> done = new ArrayList<>();
        Monitor monitor = new Monitor() {
            @Override
            public void progress(String stage, long at, long total) {
                done.add(at);
            }

            @Override
            public boolean isCancelled() {
                return done.size() == 2;
            }
        };
        DepthEngine engine = image -> new float[HEIGHT * WIDTH];
        assertThrows(CancellationException.class, () -> ParityCheck.run(List.of(subject()), engine, samples, monitor));
        assertEquals(List.of(0L, 1L), done);
    }

    /** Changes what the file gives, to stand for an engine. */
    private interface Change {
        float[] apply(RgbImage image, float[] depth);
    }

    private ParityReport run(Change change, List<Sample> samples) {
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            DepthEngine engine = image -> change.apply(image, interpreter.run(ImageInput.floats(image)));
            return ParityCheck.run(List.of(subject()), engine, samples, Monitor.NONE)
                    .get(0)
                    .report();
        }
    }

    private ParitySubject subject() {
        return new ParitySubject(model, ParitySubject.FLOAT_LIMIT, ExportOptions.DEFAULT);
    }

    private List<Sample> samples(int count) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] rgb = new byte[HEIGHT * WIDTH * 3];
            for (int k = 0; k < rgb.length; k++) {
                rgb[k] = (byte) (k * (i + 3) * 7);
            }
            Path picture = folder.resolve("image" + i + ".png");
            RgbFile.writePng(picture, new RgbImage(WIDTH, HEIGHT, rgb));
            float[] metres = new float[HEIGHT * WIDTH];
            Arrays.fill(metres, 2.5f + i);
            Path depth = folder.resolve("depth" + i + ".png");
            DepthPng.write(depth, DepthMap.ofPositive(WIDTH, HEIGHT, metres), 1000);
            samples.add(Sample.ofFiles("image" + i, picture, Optional.of(depth), 1000));
        }
        return samples;
    }
}

package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.export.inspect.ForeignFiles;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import dev.fathom.prediction.DepthUnit;
import dev.fathom.prediction.PixelNumbers;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfliteDepthTest {
    private static final PixelNumbers UNIT = PixelNumbers.range(0, 1);

    /** 2x3; sums of the channels over 255: 1.2, 0, 3, 0.6, 1, 2. */
    private static final RgbImage PICTURE =
            new RgbImage(3, 2, new byte[] {-1, 0, 51, 0, 0, 0, -1, -1, -1, 51, 51, 51, -1, 0, 0, -1, -1, 0});

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("foreign.tflite"), bytes);
    }

    private DepthMap depth(byte[] bytes, PixelNumbers numbers, DepthUnit unit) throws IOException {
        try (TfliteDepth model = TfliteDepth.load(file(bytes), numbers, unit, null, 1)) {
            assertEquals(new ImageSize(2, 3), model.input());
            return model.predict(List.of(PICTURE)).get(0);
        }
    }

    @Test
    void aForeignFloatFileIsFedTheRangeThatIsSaid() throws IOException {
        assertArrayEquals(
                new float[] {0.6f, 0, 1.5f, 0.3f, 0.5f, 1},
                depth(ForeignFiles.depth(false), UNIT, null).metres(),
                1e-6f);
        // Every channel: 2 v - 1, less 0.1, over 0.5.
        PixelNumbers normal = new PixelNumbers(-1, 1, List.of(0.1, 0.1, 0.1), List.of(0.5, 0.5, 0.5));
        assertEquals(
                ((2 - 1 - 0.1) / 0.5 * 3) / 2,
                depth(ForeignFiles.depth(false), normal, null).metres(2, 0),
                1e-6);
    }

    @Test
    void aFileForBytesTakesThePicturesBytes() throws IOException {
        assertArrayEquals(
                new float[] {0.6f, 0, 1.5f, 0.3f, 0.5f, 1},
                depth(ForeignFiles.depth(true), null, null).metres(),
                1e-6f);
    }

    @Test
    void channelsMayComeFirst() throws IOException {
        RgbImage tall = new RgbImage(2, 3, PICTURE.rgb());
        try (TfliteDepth model = TfliteDepth.load(file(ForeignFiles.depthChannelsFirst()), UNIT, null, null, 1)) {
            assertEquals(new ImageSize(3, 2), model.input());
            DepthMap depth = model.predict(List.of(tall)).get(0);
            assertEquals(2, depth.width());
            assertArrayEquals(new float[] {0.4f, 0, 1, 0.2f, 1 / 3f, 2 / 3f}, depth.metres(), 1e-6f);
        }
    }

    @Test
    void theOutputMayBeInverseOrInAnotherUnit() throws IOException {
        DepthMap inverse = depth(ForeignFiles.depth(false), UNIT, new DepthUnit(1, true));
        assertEquals(1 / 0.6f, inverse.metres(0, 0), 1e-6);
        assertEquals(Float.POSITIVE_INFINITY, inverse.metres(1, 0));
        assertEquals(
                0.006f,
                depth(ForeignFiles.depth(false), UNIT, new DepthUnit(100, false))
                        .metres(0, 0),
                1e-7);
    }

    @Test
    void whatIsNotSaidIsAskedForAndNoted() throws IOException {
        Path file = file(ForeignFiles.depth(false));
        String told = assertThrows(UserException.class, () -> TfliteDepth.load(file, null, null, null, 1))
                .sentence();
        assertTrue(told.contains("does not say which numbers stand for pixels. Give --input-range 0,1"), told);
        try (TfliteDepth model = TfliteDepth.load(file, UNIT, null, null, 1)) {
            assertTrue(
                    model.notes().get(1).contains("taken as metres, which nobody said"),
                    model.notes().toString());
        }
    }

    @Test
    void whatIsNotAPictureInAndDepthOutIsRefused() throws IOException {
        Path text = Files.write(folder.resolve("other.tflite"), ForeignFiles.int8());
        String told = assertThrows(UserException.class, () -> TfliteDepth.load(text, null, null, null, 1))
                .sentence();
        assertTrue(told.contains("gives [1, 8, 8, 2], not one depth map"), told);
    }

    @Test
    void aFileThatLeavesTheSizeOpenTakesTheOneThatIsSaid() throws IOException {
        Path file = file(ForeignFiles.openDepth());
        try (TfliteDepth model = TfliteDepth.load(file, UNIT, null, new ImageSize(2, 3), 1)) {
            assertEquals(new ImageSize(2, 3), model.input());
            for (int again = 0; again < 2; again++) {
                DepthMap depth = model.predict(List.of(PICTURE)).get(0);
                assertEquals("2x1", depth.width() + "x" + depth.height());
                assertArrayEquals(new float[] {0.6f, 1.5f}, depth.metres(), 1e-6f);
            }
        }
        try (TfliteDepth model = TfliteDepth.load(file, UNIT, null, new ImageSize(480, 640), 1)) {
            RgbImage white = new RgbImage(640, 480, filled(480 * 640 * 3, 255));
            DepthMap depth = model.predict(List.of(white)).get(0);
            assertEquals("320x240", depth.width() + "x" + depth.height());
            assertEquals(1.5f, depth.metres(319, 239), 1e-6f);
        }
    }

    @Test
    void anOpenSizeIsAskedForAndAFixedOneIsNotChanged() throws IOException {
        Path open = file(ForeignFiles.openDepth());
        String told = assertThrows(UserException.class, () -> TfliteDepth.load(open, UNIT, null, null, 1))
                .sentence();
        assertTrue(told.contains("leaves the size of its picture open. Say it with --size HEIGHTxWIDTH"), told);
        Path fixed = file(ForeignFiles.depth(false));
        told = assertThrows(UserException.class, () -> TfliteDepth.load(fixed, UNIT, null, new ImageSize(4, 6), 1))
                .sentence();
        assertTrue(told.contains("takes pictures of 2x3, not 4x6. Leave --size out."), told);
    }

    @Test
    void ourOwnFilesSayTheirNumbersThemselves() throws IOException {
        Graph graph = Architectures.named("litedepth").build(new ImageSize(120, 128));
        var weights = TestModels.trainedLike(graph, 1);
        RgbImage picture = new RgbImage(128, 120, bytes(TestModels.picture(120, 128)));
        float[] metres = null;
        for (ExportOptions.Input input : ExportOptions.Input.values()) {
            for (ExportOptions.Unit unit : ExportOptions.Unit.values()) {
                ExportOptions options = new ExportOptions(input, ExportOptions.Output.FULL, null, unit);
                Path file = folder.resolve(input + "_" + unit + ".tflite");
                CalibrationPictures none = new CalibrationPictures(List.of(), Monitor.NONE);
                new Exporter(graph, weights, options)
                        .export(ExportFormat.F32, none, file)
                        .write();
                try (TfliteDepth model = TfliteDepth.load(file, null, null, null, 1)) {
                    float[] own = model.predict(List.of(picture)).get(0).metres();
                    metres = metres == null ? own : metres;
                    assertArrayEquals(metres, own, 1e-3f, input + " " + unit);
                }
            }
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] bytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) (int) values[i];
        }
        return bytes;
    }
}

package dev.fathom.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.run.Json;
import dev.fathom.run.PredictionReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureJobTest {
    private static final int POINT_BYTES = 15;

    @TempDir
    private Path folder;

    private final FakeModel model = new FakeModel(2, 3);

    private Path out() {
        return folder.resolve("out");
    }

    private Path pictures() {
        return folder.resolve("in");
    }

    /** 3x2 with red 10, 20, 30, 40, 50, 60. */
    private void picture(String name) throws IOException {
        byte[] rgb = new byte[18];
        for (int i = 0; i < 6; i++) {
            rgb[3 * i] = (byte) (10 * (i + 1));
            rgb[3 * i + 1] = (byte) i;
        }
        RgbFile.writePng(pictures().resolve(name), new RgbImage(3, 2, rgb));
    }

    private static OutputOptions options(double scale) {
        return new OutputOptions(
                scale, ColorMap.named("gray"), Optional.empty(), new CameraChoice(90, null, null, null, null));
    }

    private PredictionReport run(String formats, double scale, Monitor monitor) throws IOException {
        PictureJob job = new PictureJob(OutputFormat.parse(formats), options(scale), false, out());
        return job.run("fake", model, PictureInputs.of(List.of(pictures()), out()), monitor);
    }

    @Test
    void everyFormatHoldsTheSameDepth() throws IOException {
        picture("sub/a.png");
        PredictionReport report = run("png16,npy,pfm,colour,ply", 1000, Monitor.NONE);
        float[] metres = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(
                metres, DepthPng.read(out().resolve("png16/sub/a.png"), 1000).metres(), 1e-6f);
        for (String file : List.of("npy/sub/a.npy", "pfm/sub/a.pfm")) {
            DepthMap read = PredictionFile.read(out().resolve(file), Optional.empty(), false);
            assertArrayEquals(metres, read.metres(), file);
            assertEquals(3, read.width());
        }
        PredictionReport.Written written = report.written().get(0);
        assertEquals(List.of(1.0, 6.0), List.of(written.near(), written.far()));
        assertEquals(5, written.files().size());
        for (String file : written.files()) {
            assertTrue(Files.isRegularFile(Path.of(file)), file);
        }
        assertEquals(report, Json.readFile(out().resolve("predictions.json"), PredictionReport.class));
    }

    @Test
    void pointsLieWhereThePinholeCameraSeesThem() throws IOException {
        picture("a.png");
        run("ply", 1000, Monitor.NONE);
        byte[] ply = Files.readAllBytes(out().resolve("ply/a.ply"));
        String header = new String(ply, 0, ply.length - 6 * POINT_BYTES, StandardCharsets.US_ASCII);
        assertTrue(header.startsWith("ply\nformat binary_little_endian 1.0\n"), header);
        assertTrue(header.contains("element vertex 6\n") && header.endsWith("end_header\n"), header);
        ByteBuffer last =
                ByteBuffer.wrap(ply, ply.length - POINT_BYTES, POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        // 90 degrees over 3 pixels: focal length 1.5; the pixel (2, 1) is 1 right of and 0.5 below the middle, 6 m
        // away.
        assertEquals(1 / 1.5 * 6, last.getFloat(), 1e-6);
        assertEquals(0.5 / 1.5 * 6, last.getFloat(), 1e-6);
        assertEquals(6, last.getFloat());
        assertEquals(List.of(60, 5, 0), List.of(last.get() & 0xff, (int) last.get(), (int) last.get()));
    }

    @Test
    void theColourPictureHasABarBesideIt() throws IOException {
        picture("a.png");
        run("colour", 1000, Monitor.NONE);
        RgbImage image = RgbFile.read(out().resolve("colour/a.png"));
        assertEquals(64, image.height());
        assertTrue(image.width() > 3 + 10, "there is room for numbers");
        assertEquals(0, image.channel(0, 0, 0));
        assertEquals(255, image.channel(2, 1, 0));
        // The bar runs from the map's first colour on top to its last one.
        assertEquals(0, image.channel(3 + 4, 3, 0));
        assertEquals(255, image.channel(3 + 4, 64 - 4, 0));
    }

    @Test
    void aBadPictureIsAProblemAndTheOthersGoOn() throws IOException {
        picture("a.png");
        picture("c.png");
        Files.writeString(pictures().resolve("b.jpg"), "no picture");
        PredictionReport report = run("npy", 1000, Monitor.NONE);
        assertEquals(2, report.pictures());
        assertEquals(1, report.problems().size());
        assertTrue(
                report.problems().get(0).contains("b.jpg is neither a PNG nor a JPEG"),
                report.problems().toString());
        assertTrue(Files.exists(out().resolve("npy/c.npy")));
        assertEquals(List.of("It is a fake"), report.notes());
    }

    @Test
    void depthGetsThePicturesSizeUnlessTheNetworksIsWanted() throws IOException {
        RgbFile.writePng(pictures().resolve("large.png"), new RgbImage(30, 20, new byte[1800]));
        RgbFile.writePng(pictures().resolve("one.png"), new RgbImage(1, 1, new byte[] {50, 0, 0}));
        PredictionReport report = run("npy", 1000, Monitor.NONE);
        assertEquals(30, report.written().get(0).width());
        assertNull(report.written().get(0).near(), "black is no depth");
        assertEquals(1, report.written().get(1).width());
        assertEquals(5, report.written().get(1).far());
        assertTrue(
                report.notes().get(1).startsWith("Depth of 2 pictures was brought"),
                report.notes().toString());
        PictureJob job = new PictureJob(EnumSet.of(OutputFormat.NPY), options(1000), true, out());
        report = job.run("fake", model, PictureInputs.of(List.of(pictures()), out()), Monitor.NONE);
        assertEquals(3, report.written().get(0).width());
    }

    @Test
    void depthThatDoesNotFitSixteenBitsIsSaid() throws IOException {
        picture("a.png");
        assertEquals(1, run("png16", 10000, Monitor.NONE).notes().size());
        assertTrue(run("png16", 20000, Monitor.NONE).notes().get(1).contains("beyond the 3.2767 m"));
    }

    @Test
    void manyPicturesAreReadAFewAtATimeAndACancelLeavesWholeFiles() throws IOException {
        for (int i = 0; i < 20; i++) {
            picture("p" + i + ".png");
        }
        Monitor afterSome = new Monitor() {
            @Override
            public void progress(String stage, long done, long total) {
                assertEquals(20, total);
            }

            @Override
            public boolean isCancelled() {
                return model.calls.size() == 2;
            }
        };
        assertThrows(CancellationException.class, () -> run("npy", 1000, afterSome));
        assertEquals(List.of(8, 8), model.calls);
        try (Stream<Path> files = Files.list(out().resolve("npy"))) {
            List<Path> whole = files.toList();
            assertEquals(16, whole.size());
            for (Path file : whole) {
                assertEquals(
                        6, PredictionFile.read(file, Optional.empty(), false).metres(2, 1));
            }
        }
        assertFalse(Files.exists(out().resolve("predictions.json")));
        model.calls.clear();
        assertEquals(20, run("npy", 1000, Monitor.NONE).pictures());
        assertEquals(List.of(8, 8, 4), model.calls);
    }

    @Test
    void picturesOfOneNameGetNamesOfTheirOwn() throws IOException {
        picture("a.png");
        Files.copy(pictures().resolve("a.png"), pictures().resolve("a.jpg"));
        picture("b.png");
        Path other = folder.resolve("other/A.png");
        Files.createDirectories(other.getParent());
        Files.copy(pictures().resolve("a.png"), other);
        PictureInputs inputs = PictureInputs.of(List.of(pictures(), other), out());
        assertEquals(
                List.of("a_jpg", "a_png", "b", "A_png_2"),
                inputs.pictures().stream().map(PictureInput::stem).toList());
        assertEquals(3, inputs.notes().size());
        assertTrue(inputs.notes().get(0).endsWith("a.jpg shares its name with another picture and becomes a_jpg"));
    }

    @Test
    void whatIsWrittenIntoTheFolderIsNotReadAgain() throws IOException {
        picture("a.png");
        Path inside = pictures().resolve("out");
        PictureJob job = new PictureJob(EnumSet.of(OutputFormat.COLOUR), options(1000), false, inside);
        job.run("fake", model, PictureInputs.of(List.of(pictures()), inside), Monitor.NONE);
        assertEquals(1, PictureInputs.of(List.of(pictures()), inside).pictures().size());
        assertEquals(2, PictureInputs.of(List.of(pictures()), out()).pictures().size());
    }
}

package dev.fathom.data.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.RgbFile;
import dev.fathom.data.format.DatasetFormats;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
    private static final Path REAL = Path.of("../shared/data/formats");
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir
    Path dir;

    @BeforeEach
    void writeFourGoodPairs() throws IOException {
        for (int i = 0; i < 3; i++) {
            pair("train", "good" + i, i);
        }
        pair("val", "good3", 3);
    }

    @Test
    void aGoodSetHasNoIssueAndItsNumbersAreThoseOfTheFiles() {
        CheckReport report = check();
        assertEquals(List.of(), report.issues());
        assertEquals(Map.of("train", 3, "val", 1, "test", 0, "unlabeled", 0), report.samples());
        DepthStatistics s = report.statistics();
        assertEquals(4, s.depths());
        assertEquals(Map.of("48x64", 4), s.depthSizes());
        // Columns 0, 4, ..., 60 have 1 + 0.101 column metres, of which column 0 is not measured: 15 columns, the middle
        // one of which is column 32.
        assertEquals(4.232, s.medianMetres(), 1e-6);
        assertEquals(1 / 16.0, s.invalidShare(), 1e-12);
        assertEquals(15 * 12 * 4, s.binPixels().stream().mapToLong(n -> n).sum());
        assertEquals(0.05, s.binMetres().get(0), 1e-12);
        assertEquals(500, s.binMetres().get(80), 1e-9);
        assertEquals(1.0, s.invalidMask().get(0));
        assertEquals(0.0, s.invalidMask().get(23));
    }

    @Test
    void eachTrapHasItsOwnKindAndSentence() throws IOException {
        Path depth = dir.resolve("train/depth");
        pair("train", "swapped", 10);
        DepthPng.write(depth.resolve("swapped.png"), swapped());
        pair("train", "bits8", 11);
        ImageIO.write(
                new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                depth.resolve("bits8.png").toFile());
        pair("train", "colour", 12);
        RgbFile.writePng(depth.resolve("colour.png"), picture(12));
        pair("train", "cut", 13);
        truncate(depth.resolve("cut.png"));
        pair("train", "empty", 14);
        Files.write(depth.resolve("empty.png"), new byte[0]);
        pair("train", "huge", 15);
        Files.write(depth.resolve("huge.png"), hugeHeader());
        pair("train", "invalid", 16);
        DepthPng.write(depth.resolve("invalid.png"), new DepthRaster(WIDTH, HEIGHT, new short[WIDTH * HEIGHT], 1000));
        pair("train", "wide", 17);
        DepthPng.write(depth.resolve("wide.png"), new DepthRaster(2, 1, new short[] {1, 2}, 1000));
        pair("train", "photo", 18);
        truncate(dir.resolve("train/rgb/photo.png"));
        pair("train", "alone", 19);
        Files.delete(depth.resolve("alone.png"));
        Map<String, String> texts = new TreeMap<>();
        CheckReport report = check();
        report.issues().forEach(issue -> texts.put(issue.stem(), issue.kind() + " " + issue.text()));
        assertText(texts, "swapped", "BYTE_ORDER", "bytes of each are swapped");
        assertText(texts, "bits8", "EIGHT_BIT_DEPTH", "has 8 bits a pixel; depth needs 16");
        assertText(texts, "colour", "COLOUR_DEPTH", "is a colour image");
        assertText(texts, "cut", "UNREADABLE", "is damaged or cut short");
        assertText(texts, "empty", "UNREADABLE", "is empty");
        assertText(texts, "huge", "UNREADABLE", "says it has 20000x20000 pixels");
        assertText(texts, "invalid", "ALL_INVALID", "Not one of its pixels");
        assertText(texts, "wide", "SIZE", "different proportions");
        assertText(texts, "photo", "UNREADABLE", "is damaged or cut short");
        assertText(texts, "", "LEFT_OUT", "There is no train/depth/alone");
        assertEquals(10, report.issues().size());
        assertEquals(4, report.counts().get(IssueKind.UNREADABLE));
        assertEquals(
                1,
                report.examples(1).stream()
                        .filter(i -> i.kind() == IssueKind.UNREADABLE)
                        .count());
    }

    @Test
    void equalAndNearlyEqualPicturesAreFoundAndThoseAcrossSplitsAreLeaks() throws IOException {
        pair("train", "twice", 1);
        pair("val", "leak", 2);
        pair("train", "brighter", 0);
        byte[] rgb = picture(0).rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, (rgb[i] & 0xff) + 6);
        }
        RgbFile.writeJpeg(dir.resolve("train/rgb/brighter.jpg"), new RgbImage(WIDTH, HEIGHT, rgb), 0.9);
        Files.delete(dir.resolve("train/rgb/brighter.png"));
        CheckReport report = check();
        assertEquals(
                List.of(
                        "LEAK leak This is the same picture as train/good2, so val does not test what is new.",
                        "DUPLICATE twice This is the same picture as train/good1.",
                        "NEAR_DUPLICATE good0 This is nearly the same picture as train/brighter."),
                report.issues().stream()
                        .map(i -> i.kind() + " " + i.stem() + " " + i.text())
                        .toList());
    }

    @Test
    void aWrongScaleIsNamedWithThoseThatWouldFit() {
        CheckReport metres = DatasetCheck.run(DatasetFormats.open(dir, DataOptions.DEFAULT.withScale(1)), Monitor.NONE);
        String text = metres.issues().get(0).text();
        assertEquals(IssueKind.SCALE, metres.issues().get(0).kind());
        assertTrue(text.contains("depth is 4232 m") && text.contains("1000 (4.23 m)"), text);
        assertTrue(text.contains("256 (16.5 m)") && !text.contains(" 100 ("), text);
    }

    @Test
    void theStepsOfTheValuesShowWhatTheyWereMultipliedBy() {
        Assumptions.assumeTrue(Files.isDirectory(REAL));
        assertScale("tum", DataOptions.DEFAULT, "--scale 5000");
        assertScale("sunrgbd", DataOptions.DEFAULT.withFormat("folders"), "multiples of 8");
        assertScale("kitti", DataOptions.DEFAULT, "--scale 256");
        assertEquals(
                List.of(),
                DatasetCheck.run(DatasetFormats.open(REAL.resolve("nyu")), Monitor.NONE)
                        .issues());
    }

    private static void assertScale(String set, DataOptions options, String hint) {
        CheckReport report = DatasetCheck.run(DatasetFormats.open(REAL.resolve(set), options), Monitor.NONE);
        assertEquals(1, report.issues().size(), report.issues().toString());
        assertEquals(IssueKind.SCALE, report.issues().get(0).kind());
        assertTrue(report.issues().get(0).text().contains(hint), report.issues().toString());
    }

    @Test
    void nothingOnTheDiskIsChangedAndACancelRequestStops() throws IOException {
        Map<Path, FileTime> before = times();
        check();
        assertEquals(before, times());
        Monitor stopped = new Monitor() {
            @Override
            public void progress(String stage, long done, long total) {
                throw new AssertionError("progress after the stop");
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> DatasetCheck.run(DatasetFormats.open(dir), stopped));
    }

    private CheckReport check() {
        return DatasetCheck.run(DatasetFormats.open(dir), Monitor.NONE);
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static void assertText(Map<String, String> texts, String stem, String kind, String part) {
        String text = texts.get(stem);
        assertTrue(text != null && text.startsWith(kind) && text.contains(part), stem + ": " + text);
    }

    private void pair(String split, String stem, int seed) throws IOException {
        RgbFile.writePng(dir.resolve(split + "/rgb/" + stem + ".png"), picture(seed));
        DepthPng.write(dir.resolve(split + "/depth/" + stem + ".png"), depth());
    }

    /** Blocks of chance brightness, 8x6 of them. */
    private static RgbImage picture(int seed) {
        Random random = new Random(seed);
        int[] blocks = random.ints(48, 20, 230).toArray();
        byte[] rgb = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int block = i / WIDTH / 8 * 8 + i % WIDTH / 8;
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) blocks[block]);
        }
        return new RgbImage(WIDTH, HEIGHT, rgb);
    }

    /** 1 m and 10.1 cm more a column; the first column is not measured. */
    private static DepthRaster depth() {
        short[] raw = new short[WIDTH * HEIGHT];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) (i % WIDTH == 0 ? 0 : 1000 + 101 * (i % WIDTH));
        }
        return new DepthRaster(WIDTH, HEIGHT, raw, 1000);
    }

    private static DepthRaster swapped() {
        short[] raw = new short[WIDTH * HEIGHT];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = Short.reverseBytes((short) (1500 + 3 * (i % WIDTH) + i / WIDTH));
        }
        return new DepthRaster(WIDTH, HEIGHT, raw, 1000);
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** A PNG whose header promises 20,000x20,000 pixels of 16 bits, 800 MB, and whose body is empty. */
    private static byte[] hugeHeader() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        byte[] header = ByteBuffer.allocate(17)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(20_000)
                .putInt(20_000)
                .put(new byte[] {16, 0, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(header);
        out.writeInt(13);
        out.write(header);
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }
}

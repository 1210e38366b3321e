package dev.fathom.data.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.RgbFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurboJpegTest {
    private static final Path KITCHEN = Path.of("../shared/data/kitchen/train/rgb");
    private static final ImageSize WHOLE = new ImageSize(0xffff, 0xffff);
    private static final long ENOUGH = 1 << 24;
    private static final int JFIF_BYTES = 18;

    private final TurboJpeg turbo = TurboJpeg.load().orElseThrow();

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"64, 48, 0.9", "37, 21, 0.5", "1, 1, 0.9", "640, 3, 1"})
    void wholePicturesHaveTheBitsOfTheJdksDecoder(int width, int height, double quality) throws IOException {
        Path file = dir.resolve("a.jpg");
        RgbFile.writeJpeg(file, scene(width, height), quality);
        assertSameBits(file);
    }

    @Test
    void graySoToo() throws IOException {
        Path file = dir.resolve("gray.jpg");
        BufferedImage gray = new BufferedImage(37, 21, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 37 * 21; i++) {
            gray.getRaster().setSample(i % 37, i / 37, 0, i % 251);
        }
        assertTrue(ImageIO.write(gray, "jpeg", file.toFile()));
        assertSameBits(file);
    }

    @Test
    void aFileOfACameraHasNoJfifHeader() throws IOException {
        byte[] jfif = jpeg(scene(50, 40));
        byte[] camera = new byte[jfif.length - JFIF_BYTES];
        System.arraycopy(jfif, 0, camera, 0, 2);
        System.arraycopy(jfif, 2 + JFIF_BYTES, camera, 2, camera.length - 2);
        assertSameBits(Files.write(dir.resolve("camera.jpg"), camera));
    }

    @Test
    void someBytesBehindTheEndDoNotMatter() throws IOException {
        byte[] file = jpeg(scene(50, 40));
        assertSameBits(Files.write(dir.resolve("padded.jpg"), Arrays.copyOf(file, file.length + 20)));
    }

    @Test
    void realPicturesHaveTheSameBits() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(KITCHEN));
        try (Stream<Path> files = Files.list(KITCHEN)) {
            for (Path file : files.limit(5).toList()) {
                assertSameBits(file);
            }
        }
    }

    /** Each block is averaged in the frequencies, which is nearly the mean of the pixels. */
    @ParameterizedTest
    @CsvSource({"64, 48, 2, 32, 24", "66, 50, 2, 33, 25", "64, 48, 4, 16, 12", "64, 48, 8, 8, 6"})
    void aReducedPictureIsNearlyTheMeanOfItsPixels(int width, int height, int by, int lessWidth, int lessHeight)
            throws IOException {
        Path file = dir.resolve("a.jpg");
        RgbFile.writeJpeg(file, scene(width, height), 0.95);
        ScaledPicture picture = turbo.decode(Files.readAllBytes(file), new ImageSize(lessHeight, lessWidth), ENOUGH)
                .orElseThrow();
        assertEquals(new ImageSize(height, width), picture.whole());
        assertEquals(lessWidth, picture.image().width());
        assertEquals(lessHeight, picture.image().height());
        RgbImage exact = RgbFile.read(file);
        double sum = 0;
        int count = 0;
        for (int y = 0; y < height / by; y++) {
            for (int x = 0; x < width / by; x++, count++) {
                sum += Math.abs(
                        mean(exact, x * by, y * by, by) - picture.image().channel(x, y, 1));
            }
        }
        assertTrue(sum / count < 2, "differs by " + sum / count);
    }

    @Test
    void neverReducesBelowTheSizeThatIsWanted() {
        JpegFrame vga = new JpegFrame(640, 480);
        assertEquals(2, vga.reduction(new ImageSize(128, 160)));
        assertEquals(4, vga.reduction(new ImageSize(120, 160)));
        assertEquals(1, vga.reduction(new ImageSize(241, 320)));
        assertEquals(8, vga.reduction(new ImageSize(1, 1)));
        assertEquals(1, new JpegFrame(641, 480).reduction(new ImageSize(1, 1)), "nothing may be left over");
        assertEquals(2, new JpegFrame(1242, 374).reduction(new ImageSize(1, 1)));
    }

    @Test
    void progressiveAdobesAndFourInksAreLeftToTheJdk() throws IOException {
        assertEquals(Optional.empty(), decode(progressive()));
        byte[] plain = jpeg(scene(32, 32));
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 1};
        byte[] marked = new byte[plain.length + adobe.length];
        System.arraycopy(plain, 0, marked, 0, 2);
        System.arraycopy(adobe, 0, marked, 2, adobe.length);
        System.arraycopy(plain, 2, marked, 2 + adobe.length, plain.length - 2);
        assertEquals(Optional.empty(), decode(marked));
        byte[] four = plain.clone();
        four[frame(four) + 9] = 4;
        assertEquals(Optional.empty(), decode(four));
    }

    @Test
    void hugeHeadersAreLeftToTheOneThatRefusesThem() throws IOException {
        byte[] bytes = jpeg(scene(32, 32));
        ByteBuffer.wrap(bytes).putShort(frame(bytes) + 5, (short) 20_000).putShort(frame(bytes) + 7, (short) 20_000);
        assertEquals(Optional.empty(), decode(bytes));
        ByteBuffer.wrap(bytes).putShort(frame(bytes) + 5, (short) 0);
        assertEquals(Optional.empty(), decode(bytes));
    }

    @Test
    void whatIsCutShortIsNotFilledWithGrey() throws IOException {
        byte[] whole = jpeg(scene(64, 48));
        for (int length = 0; length < whole.length - 2; length++) {
            assertEquals(Optional.empty(), decode(Arrays.copyOf(whole, length)), length + " bytes");
        }
        // A cut file that ends like a whole one, as behind the preview that cameras put first.
        for (int length = whole.length / 2; length < whole.length - 4; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length + 2);
            cut[length] = (byte) 0xff;
            cut[length + 1] = (byte) 0xd9;
            assertEquals(Optional.empty(), decode(cut), "ended after " + length + " bytes");
        }
    }

    /** Whatever happens to a file, the result is none or that of the JDK's decoder, and this program goes on. */
    @Test
    void damagedFilesGiveWhatTheJdkGivesOrNothing() throws IOException {
        byte[] good = jpeg(scene(64, 48));
        Random random = new Random(5);
        int decoded = 0;
        for (int round = 0; round < 100; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bad[2 + random.nextInt(bad.length - 4)] = (byte) random.nextInt(256);
            }
            Optional<ScaledPicture> picture = decode(bad);
            if (picture.isPresent()) {
                decoded++;
                Path file = Files.write(dir.resolve("bad.jpg"), bad);
                assertArrayEquals(jdks(file), picture.get().image().rgb(), "round " + round);
            }
        }
        assertTrue(decoded > 5, decoded + " of 100 were decoded");
    }

    private static byte[] jdks(Path file) {
        try {
            return RgbFile.read(file).rgb();
        } catch (UserException e) {
            throw new AssertionError("only the JDK refuses it", e);
        }
    }

    private Optional<ScaledPicture> decode(byte[] file) {
        return turbo.decode(file, WHOLE, ENOUGH);
    }

    private void assertSameBits(Path file) throws IOException {
        RgbImage mine = decode(Files.readAllBytes(file)).orElseThrow().image();
        RgbImage jdks = RgbFile.read(file);
        assertEquals(jdks.width(), mine.width());
        assertArrayEquals(jdks.rgb(), mine.rgb());
    }

    private byte[] jpeg(RgbImage image) throws IOException {
        Path file = dir.resolve("made.jpg");
        RgbFile.writeJpeg(file, image, 0.9);
        return Files.readAllBytes(file);
    }

    private byte[] progressive() throws IOException {
        Path file = dir.resolve("progressive.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
            writer.write(null, new IIOImage(image, List.of(), null), parameters);
        } finally {
            writer.dispose();
        }
        return Files.readAllBytes(file);
    }

    /** Where the segment of a baseline frame begins. */
    private static int frame(byte[] file) {
        for (int at = 2; ; at++) {
            if (file[at] == (byte) 0xff && file[at + 1] == (byte) 0xc0) {
                return at;
            }
        }
    }

    private static double mean(RgbImage image, int left, int top, int side) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            sum += image.channel(left + i % side, top + i / side, 1);
        }
        return sum / (side * side);
    }

    /** Slopes, an edge and some texture. */
    private static RgbImage scene(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            rgb[3 * i] = (byte) (255 * x / width);
            rgb[3 * i + 1] = (byte) (128 + 60 * Math.sin(x / 3.0) * Math.cos(y / 5.0));
            rgb[3 * i + 2] = (byte) (x + y > 40 ? 220 : 30);
        }
        return new RgbImage(width, height, rgb);
    }
}

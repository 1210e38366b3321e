package dev.fathom.jobs;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/**
 * A data set of thousands of pairs, no two alike, that are quick to make: a wall of a random distance and slope with
 * boxes before it, and tiles of random colours over all. 320x240 JPEG and 16-bit PNG in millimetres.
 */
record ManyPairs(Path folder, int train, int val) {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int BOXES = 6;
    private static final int TILES = 9;
    private static final int HOLES = 97;

    /** Writes all of them, on all cores. */
    void write() throws IOException {
        for (String part : List.of("train/rgb", "train/depth", "val/rgb", "val/depth")) {
            Files.createDirectories(folder.resolve(part));
        }
        IntStream.range(0, train + val).parallel().forEach(number -> {
            try {
                write(number < train ? "train" : "val", number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(String split, int number) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        short[] depth = depth(random);
        Path of = folder.resolve(split);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture(random, depth), "jpeg", jpeg);
        Files.write(of.resolve("rgb").resolve(number + ".jpg"), jpeg.toByteArray());
        Files.write(of.resolve("depth").resolve(number + ".png"), png(depth));
    }

    /** 16-bit gray, lightly compressed: the JDK's writer takes ten times as long. */
    private static byte[] png(short[] samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(out);
        png.writeLong(0x89504e470d0a1a0aL);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT);
        chunk(png, "IHDR", header.put((byte) 16).array());
        ByteBuffer rows = ByteBuffer.allocate((1 + 2 * WIDTH) * HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            rows.put((byte) 0);
            rows.asShortBuffer().put(samples, y * WIDTH, WIDTH);
            rows.position(rows.position() + 2 * WIDTH);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream pack = new DeflaterOutputStream(packed, deflater)) {
            pack.write(rows.array());
        } finally {
            deflater.end();
        }
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(DataOutputStream png, String name, byte[] content) throws IOException {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        png.writeInt(content.length);
        png.write(named);
        png.writeInt((int) crc.getValue());
    }

    private static short[] depth(SplittableRandom random) {
        short[] depth = new short[WIDTH * HEIGHT];
        double far = random.nextDouble(3000, 9000);
        double slope = random.nextDouble(-5, 5);
        for (int i = 0; i < depth.length; i++) {
            depth[i] = (short) (far + slope * (i % WIDTH) - 4.0 * (i / WIDTH));
        }
        for (int box = 0; box < BOXES; box++) {
            box(random, depth);
        }
        for (int i = random.nextInt(HOLES); i < depth.length; i += HOLES) {
            depth[i] = 0;
        }
        return depth;
    }

    private static void box(SplittableRandom random, short[] depth) {
        int left = random.nextInt(WIDTH - 40);
        int top = random.nextInt(HEIGHT - 40);
        int right = Math.min(WIDTH, left + random.nextInt(20, 120));
        int bottom = Math.min(HEIGHT, top + random.nextInt(20, 120));
        short near = (short) random.nextInt(800, 2500);
        for (int y = top; y < bottom; y++) {
            Arrays.fill(depth, y * WIDTH + left, y * WIDTH + right, near);
        }
    }

    /** Brightness falls with depth, so there is something to learn. */
    private static BufferedImage picture(SplittableRandom random, short[] depth) {
        double[] tints = random.doubles(3 * TILES * TILES, -40, 40).toArray();
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < depth.length; i++) {
            int tile = i / WIDTH * TILES / HEIGHT * TILES + i % WIDTH * TILES / WIDTH;
            for (int channel = 0; channel < 3; channel++) {
                bgr[3 * i + channel] = (byte) (190 - depth[i] / 60.0 + tints[3 * tile + channel]);
            }
        }
        return picture;
    }
}

package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.data.codec.Decoders;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading with native decoders: what must stay as it is, what may differ and by how much. */
class FastReadingTest {
    private static final ImageSize CANVAS = new ImageSize(24, 32);
    private static final Decoders NATIVE = Decoders.fastest();

    @TempDir
    Path dir;

    @Test
    void reducedPicturesDifferLittleAndDepthNotAtAll() throws IOException {
        Sample sample = pair("a", 128, 96);
        DecodedSample exact = read(sample, Decoders.JDK);
        DecodedSample fast = read(sample, NATIVE);
        assertTrue(difference(exact.image(), fast.image()) < 2, "" + difference(exact.image(), fast.image()));
        assertFalse(Arrays.equals(exact.image().rgb(), fast.image().rgb()), "nothing was reduced");
        assertArrayEquals(raw(exact), raw(fast));
    }

    @Test
    void withoutNativeDecodersAllIsExact() throws IOException {
        Sample sample = pair("a", 128, 96);
        RgbImage exact = Resampling.bilinear(RgbFile.read(sample.picture().file()), CANVAS);
        Decoders depthOnly = new Decoders(Optional.empty(), NATIVE.deflate());
        for (Decoders decoders : List.of(Decoders.JDK, depthOnly)) {
            assertArrayEquals(exact.rgb(), read(sample, decoders).image().rgb(), decoders.toString());
        }
        assertArrayEquals(
                exact.rgb(), new SampleReader(CANVAS).read(sample).image().rgb(), "what all but training uses");
    }

    @Test
    void exactPicturesHaveTheBitsOfTheJdkThoughTheyAreDecodedNatively() throws IOException {
        Sample sample = pair("a", 128, 96);
        assertTrue(NATIVE.reduce(), "this machine has libjpeg-turbo");
        assertFalse(NATIVE.exact().reduce());
        assertArrayEquals(
                read(sample, Decoders.JDK).image().rgb(),
                read(sample, NATIVE.exact()).image().rgb());
        assertTrue(NATIVE.exact().toString().startsWith("libjpeg-turbo (exact pictures) and "), "" + NATIVE.exact());
    }

    @Test
    void picturesLessThanTwiceAsLargeOrOddAreNotReduced() throws IOException {
        for (Sample sample : List.of(pair("small", 62, 46), pair("odd", 129, 97))) {
            assertArrayEquals(
                    read(sample, Decoders.JDK).image().rgb(),
                    read(sample, NATIVE).image().rgb());
        }
    }

    @Test
    void aCropIsCutOutOfTheWholePicture() throws IOException {
        Sample file = pair("a", 640, 480);
        CroppedPicture picture = new CroppedPicture(file.picture(), CropRule.NYU_BORDER);
        CroppedDepth depth = new CroppedDepth(file.depth().orElseThrow(), CropRule.NYU_BORDER);
        Sample cropped = new Sample("a", picture, Optional.of(depth));
        DecodedSample exact = read(cropped, Decoders.JDK);
        DecodedSample fast = read(cropped, NATIVE);
        assertArrayEquals(exact.image().rgb(), fast.image().rgb());
        assertArrayEquals(raw(exact), raw(fast));
    }

    @Test
    void aPictureThatIsToBeTurnedIsTurnedTheSameWay() throws IOException {
        Sample sample = pair("a", 128, 96);
        Path jpeg = sample.picture().file();
        byte[] turned =
                OrientationTest.withSegment(Files.readAllBytes(jpeg), OrientationTest.tiff(6, ByteOrder.LITTLE_ENDIAN));
        Files.write(jpeg, turned);
        Sample alone = sample.withoutDepth();
        assertFalse(Arrays.equals(
                RgbFile.read(jpeg).rgb(), RgbFile.readUpright(jpeg).rgb()));
        assertArrayEquals(
                read(alone, Decoders.JDK).image().rgb(),
                read(alone, NATIVE).image().rgb());
    }

    @Test
    void problemsAreToldInTheSameWords() throws IOException {
        Sample oblong = pair("a", 128, 96);
        DepthPng.write(oblong.depth().orElseThrow().file(), TestImages.depthPlaces(96, 96));
        Sample cut = pair("b", 128, 96);
        TestImages.truncate(cut.picture().file(), 0.6);
        Sample cutDepth = pair("c", 128, 96);
        TestImages.truncate(cutDepth.depth().orElseThrow().file(), 0.6);
        Sample empty = pair("d", 128, 96);
        Files.write(empty.picture().file(), new byte[0]);
        for (Sample bad : List.of(oblong, cut, cutDepth, empty)) {
            assertEquals(problem(bad, Decoders.JDK), problem(bad, NATIVE));
        }
        assertTrue(problem(oblong, NATIVE).contains("its picture 128x96"), problem(oblong, NATIVE));
    }

    @Test
    void sameSeedSameBatchesOnAnyNumberOfThreads() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            samples.add(pair("p" + i, 128, 96));
        }
        Reading reading = Reading.PLAIN.withDecoders(NATIVE);
        LoaderOptions one = LoaderOptions.training(
                        CANVAS, 4, LiteDepthRecipe.on(CANVAS, Augmentation.GammaScale.UNIT), 11)
                .with(reading);
        assertArrayEquals(images(samples, one), images(samples, one.with(reading.withThreads(3))));
    }

    @Test
    void theCacheKeepsReducedPicturesApartFromExactOnes() throws IOException {
        Sample sample = pair("a", 128, 96);
        Path folder = dir.resolve("cache");
        Optional<DiskCache> cache = Optional.of(new DiskCache(folder, 1 << 20));
        for (int round = 0; round < 2; round++) {
            for (Decoders decoders : List.of(NATIVE, Decoders.JDK, NATIVE.exact())) {
                DecodedSample kept = new SampleReader(CANVAS, cache, decoders).read(sample);
                assertArrayEquals(
                        read(sample, decoders).image().rgb(), kept.image().rgb());
            }
        }
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(2, entries.count());
        }
    }

    private static String problem(Sample sample, Decoders decoders) {
        return assertThrows(BadSampleException.class, () -> read(sample, decoders))
                .problem()
                .toString();
    }

    private static DecodedSample read(Sample sample, Decoders decoders) {
        return new SampleReader(CANVAS, Optional.empty(), decoders).read(sample);
    }

    private static short[] raw(DecodedSample sample) {
        return ((DepthRaster) sample.depth().orElseThrow()).raw();
    }

    private static float[] images(List<Sample> samples, LoaderOptions options) {
        float[] all = new float[samples.size() * CANVAS.pixels() * 3];
        int filled = 0;
        try (BatchLoader loader = new BatchLoader(samples, options, problem -> {});
                EpochBatches batches = loader.epoch(1, 0)) {
            while (batches.hasNext()) {
                float[] images = batches.next().images();
                System.arraycopy(images, 0, all, filled, images.length);
                filled += images.length;
            }
        }
        return all;
    }

    private static double difference(RgbImage a, RgbImage b) {
        double sum = 0;
        for (int i = 0; i < a.rgb().length; i++) {
            sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
        }
        return sum / a.rgb().length;
    }

    private Sample pair(String stem, int width, int height) throws IOException {
        Path rgb = dir.resolve("rgb").resolve(stem + ".jpg");
        Path depth = dir.resolve("depth").resolve(stem + ".png");
        RgbFile.writeJpeg(rgb, scene(width, height), 0.9);
        DepthPng.write(depth, TestImages.depthPlaces(width, height));
        return Sample.ofFiles(stem, rgb, Optional.of(depth), 1000);
    }

    /** Slopes and a coarse texture. */
    private static RgbImage scene(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            rgb[3 * i] = (byte) (255 * x / width);
            rgb[3 * i + 1] = (byte) (128 + 60 * Math.sin(x / 6.0) * Math.cos(y / 7.0));
            rgb[3 * i + 2] = (byte) (200 * y / height);
        }
        return new RgbImage(width, height, rgb);
    }
}

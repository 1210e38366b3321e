package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.Batch;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.EpochBatches;
import dev.fathom.data.Resampling;
import dev.fathom.data.RgbFile;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
    @TempDir
    Path folder;

    @Test
    void unlabelledPicturesAreThoseOfTheDataFolderAndTheirLackIsToldInASentence() throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        TrainingData data = TrainingData.open(tiny.config(1), problem -> {});
        String told = assertThrows(UserException.class, () -> data.training(2)).sentence();
        assertTrue(told.contains("no PNG or JPEG file in " + tiny.data().resolve("unlabeled")), told);
        assertTrue(told.contains("data.unlabeled"), told);
        RgbFile.writePng(tiny.data().resolve("unlabeled/rgb/a.png"), new RgbImage(9, 5, new byte[9 * 5 * 3]));
        try (BatchLoader loader = data.training(2)) {
            Batch batch = loader.epoch(1, 0).next();
            assertEquals(2, batch.labelled());
            assertEquals(4, batch.size());
        }
    }

    @Test
    void picturesAreReducedUnlessTheConfigurationWantsThemExact() throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        Path picture = tiny.data().resolve("train/rgb/large.jpg");
        RgbFile.writeJpeg(picture, fineTexture(4 * TinyRuns.WIDTH, 4 * TinyRuns.HEIGHT), 0.9);
        Files.copy(tiny.data().resolve("train/depth/scene0.png"), tiny.data().resolve("train/depth/large.png"));
        float[] exact =
                floats(Resampling.bilinear(RgbFile.read(picture), new ImageSize(TinyRuns.HEIGHT, TinyRuns.WIDTH)));
        RunConfig usual = tiny.unvaried(1);
        RunConfig strict = ConfigOverrides.apply(usual, Map.of("data.exact_pictures", "true"));
        assertArrayEquals(exact, trainedOn(picture, strict));
        float[] reduced = trainedOn(picture, usual);
        double difference = IntStream.range(0, reduced.length)
                .mapToDouble(i -> Math.abs(reduced[i] - exact[i]))
                .average()
                .orElseThrow();
        // A texture of single pixels: sampling every fourth keeps its contrast, the mean of 4x4 loses most of it.
        assertTrue(difference > 20, "reduced pictures differ by " + difference);
        assertTrue(
                TrainingData.open(strict, problem -> {}).decoders().toString().contains("exact pictures"));
    }

    private static float[] trainedOn(Path picture, RunConfig config) {
        try (BatchLoader loader = TrainingData.open(config, problem -> {}).training(0)) {
            for (EpochBatches batches = loader.epoch(1, 0); batches.hasNext(); ) {
                Batch batch = batches.next();
                int values = batch.canvas().pixels() * 3;
                for (int i = 0; i < batch.size(); i++) {
                    if (batch.samples().get(i).picture().file().equals(picture)) {
                        return Arrays.copyOfRange(batch.images(), i * values, (i + 1) * values);
                    }
                }
            }
        }
        throw new AssertionError(picture + " is in no batch");
    }

    private static float[] floats(RgbImage image) {
        float[] values = new float[image.rgb().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.rgb()[i] & 0xff;
        }
        return values;
    }

    private static RgbImage fineTexture(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        Random random = new Random(1);
        for (int i = 0; i < rgb.length; i += 3) {
            byte gray = (byte) random.nextInt(256);
            Arrays.fill(rgb, i, i + 3, gray);
        }
        return new RgbImage(width, height, rgb);
    }
}

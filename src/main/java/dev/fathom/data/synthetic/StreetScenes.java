package dev.fathom.data.synthetic;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.RgbFile;
import dev.fathom.data.SeededRandom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Data sets of synthetic street scenes of 640x480 as a ZED-like stereo camera sees them: focal length 520 pixels, base
 * line 0.12 m, JPEG pictures, depth in millimetres with the holes such a camera has.
 *
 * <p>A frame is a function of seed, split and number alone. Its depth and its pixels before JPEG are the same on every
 * machine; the bytes of the JPEG and of the PNG's compression are the same for one version of Java.
 */
public final class StreetScenes {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final double BASELINE = 0.12;
    private static final double JPEG_QUALITY = 0.82;

    private StreetScenes() {}

    /** The three parts of a data set. */
    public enum Split {
        TRAIN,
        VAL,
        UNLABELED;

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many frames each split has; unlabeled frames come without depth. */
    public record Counts(int train, int val, int unlabeled) {
        public Counts {
            if (train < 0 || val < 0 || unlabeled < 0) {
                throw new IllegalArgumentException("counts " + train + ", " + val + ", " + unlabeled);
            }
        }

        /** The usual division: a fifth as many to score on, two fifths without depth. */
        public static Counts ofTrain(int train) {
            return new Counts(train, train / 5, train * 2 / 5);
        }

        int total() {
            return train + val + unlabeled;
        }

        private int of(Split split) {
            return switch (split) {
                case TRAIN -> train;
                case VAL -> val;
                case UNLABELED -> unlabeled;
            };
        }
    }

    /** A picture with its depth. */
    public record StreetFrame(RgbImage picture, DepthRaster depth) {}

    /** Told after each frame how many of how many are written, from one thread at a time. */
    @FunctionalInterface
    public interface Progress {
        void written(int done, int total);
    }

    /**
     * Writes a data set on all processors, in the layout of {@link dev.fathom.data.DepthFolder}.
     *
     * @throws UserException if {@code out} already has a split with files in it
     * @throws IOException if a file cannot be written
     */
    public static void write(Path out, Counts counts, long seed, Progress progress) throws IOException {
        for (Split split : Split.values()) {
            requireEmpty(out.resolve(split.folder()));
        }
        AtomicInteger done = new AtomicInteger();
        try {
            frames(counts).parallel().forEach(place -> {
                write(out, place, seed);
                synchronized (done) {
                    progress.written(done.incrementAndGet(), counts.total());
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private record Place(Split split, int number) {}

    private static Stream<Place> frames(Counts counts) {
        return Stream.of(Split.values())
                .flatMap(split -> IntStream.range(0, counts.of(split)).mapToObj(number -> new Place(split, number)))
                .toList()
                .stream();
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new UserException("The folder " + folder + " is not empty", "Choose a new folder for the set");
            }
        }
    }

    private static void write(Path out, Place place, long seed) {
        StreetFrame frame = frame(seed, place.split(), place.number());
        Path folder = out.resolve(place.split().folder());
        String stem = String.format(Locale.ROOT, "%04d", place.number());
        try {
            RgbFile.writeJpeg(folder.resolve("rgb").resolve(stem + ".jpg"), frame.picture(), JPEG_QUALITY);
            if (place.split() != Split.UNLABELED) {
                DepthPng.write(folder.resolve("depth").resolve(stem + ".png"), frame.depth());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes one frame. */
    public static StreetFrame frame(long seed, Split split, int number) {
        Scene scene = StreetComposer.compose(SeededRandom.of(seed, split.ordinal(), number), WIDTH, HEIGHT);
        Frame frame = new RayCaster(scene).cast();
        SeededRandom device = SeededRandom.of(seed, split.ordinal(), number, 1);
        RgbImage picture = SensorLook.draw(device).develop(frame);
        StereoHoles holes = new StereoHoles(scene.camera().focal(), BASELINE, device.nextLong());
        return new StreetFrame(picture, holes.measure(frame));
    }
}

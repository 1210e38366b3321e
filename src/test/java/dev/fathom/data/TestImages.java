package dev.fathom.data;

import dev.fathom.core.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small pictures and data sets for tests. */
final class TestImages {
    private TestImages() {}

    /** A picture in which each pixel tells its place: red = x, green = y, blue = {@code tag}. */
    static RgbImage places(int width, int height, int tag) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) (i % width);
            rgb[3 * i + 1] = (byte) (i / width);
            rgb[3 * i + 2] = (byte) tag;
        }
        return new RgbImage(width, height, rgb);
    }

    /** Depth in millimetres in which each pixel tells its place: 1000 + 100 y + x. */
    static DepthRaster depthPlaces(int width, int height) {
        short[] raw = new short[width * height];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) (1000 + 100 * (i / width) + i % width);
        }
        return new DepthRaster(width, height, raw, 1000);
    }

    /** Writes a pair into {@code split} under {@code root}; the picture's blue is {@code tag}. */
    static Sample pair(Path split, String stem, int width, int height, int tag) throws IOException {
        Path rgb = split.resolve("rgb").resolve(stem + ".png");
        Path depth = split.resolve("depth").resolve(stem + ".png");
        RgbFile.writePng(rgb, places(width, height, tag));
        DepthPng.write(depth, depthPlaces(width, height));
        return Sample.ofFiles(stem, rgb, Optional.of(depth), 1000);
    }

    /** {@code count} pairs of 16x12 with tags 0, 1, 2, ... */
    static List<Sample> pairs(Path split, int count) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(pair(split, "img" + i, 16, 12, i));
        }
        return samples;
    }

    /** Cuts a file to a part of its length. */
    static void truncate(Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }
}

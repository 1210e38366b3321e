package dev.fathom.data.check;

import dev.fathom.data.DepthRaster;
import dev.fathom.data.StoredDepth;

/** Counts which stored whole numbers are multiples of numbers that are known as factors. */
final class StoredSteps {
    private static final int[] FACTORS = {5, 8, 10, 16, 257};
    private static final double NEARLY_ALL = 0.9;

    private final long[] multiples = new long[FACTORS.length];
    private long numbers;

    void add(StoredDepth depth, int index) {
        if (depth instanceof DepthRaster raster) {
            int number = raster.raw()[index] & 0xffff;
            numbers++;
            for (int i = 0; i < FACTORS.length; i++) {
                multiples[i] += number % FACTORS[i] == 0 ? 1 : 0;
            }
        }
    }

    void add(StoredSteps more) {
        numbers += more.numbers;
        for (int i = 0; i < FACTORS.length; i++) {
            multiples[i] += more.multiples[i];
        }
    }

    /** Whether there are numbers, and hardly one is no multiple of {@code factor}, which is one of those counted. */
    boolean nearlyAll(int factor) {
        for (int i = 0; i < FACTORS.length; i++) {
            if (FACTORS[i] == factor) {
                return numbers > 0 && multiples[i] > NEARLY_ALL * numbers;
            }
        }
        throw new IllegalArgumentException("multiples of " + factor + " are not counted");
    }
}

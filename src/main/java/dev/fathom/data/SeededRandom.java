package dev.fathom.data;

/**
 * A small random generator (SplitMix64) whose stream is a function of a list of keys alone, such as (seed, epoch,
 * sample index). Same keys, same numbers, on every machine and in any order of threads.
 */
public final class SeededRandom {
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private SeededRandom(long state) {
        this.state = state;
    }

    /** The generator of these keys. */
    public static SeededRandom of(long... keys) {
        long state = GAMMA;
        for (long key : keys) {
            state = mix(state + GAMMA) ^ mix(key + GAMMA);
        }
        return new SeededRandom(mix(state));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** Uniform in 0 (included) to 1 (not included). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform between two bounds. */
    public double nextDouble(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /** Uniform in 0 (included) to {@code bound} (not included). */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound);
        }
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** The numbers from 0 to {@code count} (not included) in any order, all equally likely. */
    int[] order(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** True with the given probability. */
    public boolean nextBoolean(double probability) {
        return nextDouble() < probability;
    }
}

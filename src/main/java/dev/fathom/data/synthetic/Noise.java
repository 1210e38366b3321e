package dev.fathom.data.synthetic;

/** Smooth random fields over space (value noise), a pure function of seed and place. */
final class Noise {
    private Noise() {}

    /** A number in 0..1 for whole coordinates. */
    static double hash(long seed, int x, int y, int z) {
        long h = seed + x * 0x9e3779b97f4a7c15L + y * 0xc2b2ae3d27d4eb4fL + z * 0x165667b19e3779f9L;
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        return (h >>> 40) * 0x1p-24;
    }

    static double hash(long seed, int x, int y) {
        return hash(seed, x, y, 0);
    }

    /** Smooth in 0..1, features about 1 unit wide. */
    static double at(long seed, double x, double y) {
        int ix = floor(x);
        int iy = floor(y);
        double u = smooth(x - ix);
        double v = smooth(y - iy);
        double low = mix(hash(seed, ix, iy), hash(seed, ix + 1, iy), u);
        double high = mix(hash(seed, ix, iy + 1), hash(seed, ix + 1, iy + 1), u);
        return mix(low, high, v);
    }

    /** Smooth in 0..1 over space, features about 1 unit wide. */
    static double at(long seed, double x, double y, double z) {
        int iz = floor(z);
        return mix(layer(seed, x, y, iz), layer(seed, x, y, iz + 1), smooth(z - iz));
    }

    private static double layer(long seed, double x, double y, int z) {
        return at(seed + z * 0x51_7cc1_b727_220bL, x, y);
    }

    /** Several octaves, each half as wide and half as strong; in 0..1 around 0.5. */
    static double cloudy(long seed, double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double total = 0;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += weight * at(seed + i, x * scale, y * scale);
            total += weight;
            weight /= 2;
            scale *= 2.03;
        }
        return sum / total;
    }

    /** 0 below the first edge, 1 above the second, smooth between. */
    static double step(double from, double to, double value) {
        return smooth(Math.max(0, Math.min(1, (value - from) / (to - from))));
    }

    /** Largest whole number that is not greater. */
    static int floor(double v) {
        int i = (int) v;
        return v < i ? i - 1 : i;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}

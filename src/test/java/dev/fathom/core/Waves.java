package dev.fathom.core;

/** Maps by formula, 48x64, as numpy can make them too. */
final class Waves {
    private static final int HEIGHT = 48;
    private static final int WIDTH = 64;

    private Waves() {}

    /** 3 + sin(0.7 i + 0.3 j) + 0.1 (j mod 16). */
    static DepthMap prediction() {
        float[] metres = new float[HEIGHT * WIDTH];
        for (int k = 0; k < metres.length; k++) {
            int i = k / WIDTH;
            int j = k % WIDTH;
            metres[k] = (float) (3 + Math.sin(0.7 * i + 0.3 * j) + 0.1 * (j % 16));
        }
        return DepthMap.ofPositive(WIDTH, HEIGHT, metres);
    }

    /** 3.2 + 0.8 cos(0.5 i - 0.2 j) + 0.05 (i mod 12), invalid where (7 i + 3 j) mod 31 = 0. */
    static DepthMap truth() {
        float[] metres = new float[HEIGHT * WIDTH];
        for (int k = 0; k < metres.length; k++) {
            int i = k / WIDTH;
            int j = k % WIDTH;
            boolean hole = (7 * i + 3 * j) % 31 == 0;
            metres[k] = hole ? 0 : (float) (3.2 + 0.8 * Math.cos(0.5 * i - 0.2 * j) + 0.05 * (i % 12));
        }
        return DepthMap.ofPositive(WIDTH, HEIGHT, metres);
    }
}

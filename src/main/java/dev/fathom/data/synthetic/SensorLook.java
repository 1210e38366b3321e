package dev.fathom.data.synthetic;

import dev.fathom.core.RgbImage;
import dev.fathom.data.SeededRandom;

/**
 * The camera's electronics: exposure, white balance, tone curve, corners that fall off, noise.
 *
 * @param target mean brightness the exposure aims at, 0 to 1 of linear light
 * @param balance factor of each colour
 * @param falloff loss of light in the corners, 0 to 1
 * @param noise standard deviation in steps of the 8-bit picture, at mid grey
 */
record SensorLook(double target, Rgb balance, double falloff, double noise, long seed) {
    private static final int TABLE = 4096;

    static SensorLook draw(SeededRandom random) {
        double target = random.nextDouble(0.17, 0.34);
        double warmth = random.nextDouble(-0.07, 0.07);
        Rgb balance = new Rgb(1 + warmth, 1 + random.nextDouble(-0.02, 0.02), 1 - warmth);
        return new SensorLook(
                target, balance, random.nextDouble(0, 0.25), random.nextDouble(0.4, 1.8), random.nextLong());
    }

    /** The 8-bit picture. */
    RgbImage develop(Frame frame) {
        float[] light = frame.light();
        double gain = target / Math.max(1e-3, meanLuminance(light));
        double[] curve = curve();
        byte[] rgb = new byte[light.length];
        for (int i = 0; i < light.length; i++) {
            int channel = i % 3;
            double colour = channel == 0 ? balance.r() : channel == 1 ? balance.g() : balance.b();
            double exposed = light[i] * gain * colour * corner(frame, i / 3);
            double value = curve[(int) Math.min(TABLE - 1, exposed * (TABLE / 4.0))];
            rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(value + noise * gaussian(i))));
        }
        return new RgbImage(frame.width(), frame.height(), rgb);
    }

    /** Mean over the picture, with very bright places counted less. */
    private static double meanLuminance(float[] light) {
        double sum = 0;
        for (int i = 0; i < light.length; i += 3) {
            sum += Math.min(1.2, new Rgb(light[i], light[i + 1], light[i + 2]).luminance());
        }
        return sum * 3 / light.length;
    }

    /** From linear light 0..4 to 0..255: a soft shoulder, then the sRGB curve. */
    private static double[] curve() {
        double[] table = new double[TABLE];
        for (int i = 0; i < TABLE; i++) {
            double x = (i + 0.5) * 4 / TABLE;
            double soft = x * (1 + x / 9) / (1 + 0.9 * x) * 1.25;
            double v = Math.min(1, Math.max(0, soft * 1.03 - 0.012));
            double srgb = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
            table[i] = 255 * srgb;
        }
        return table;
    }

    private double corner(Frame frame, int pixel) {
        double x = (pixel % frame.width()) * 2.0 / frame.width() - 1;
        double y = (pixel / frame.width()) * 2.0 / frame.height() - 1;
        double r = (x * x + y * y) / 2;
        return 1 - falloff * r * r;
    }

    /** Nearly normal, variance 1. */
    private double gaussian(int i) {
        double sum = Noise.hash(seed, i, 0) + Noise.hash(seed, i, 1) + Noise.hash(seed, i, 2) - 1.5;
        return 2 * sum;
    }
}

package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;

/** A colour or amount of light, linear, 1 = white paper in plain light. */
record Rgb(double r, double g, double b) {
    static final Rgb BLACK = new Rgb(0, 0, 0);

    /** From the usual 0xRRGGBB notation. */
    static Rgb of(int srgb) {
        return new Rgb(linear(srgb >> 16 & 0xff), linear(srgb >> 8 & 0xff), linear(srgb & 0xff));
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
    }

    static Rgb gray(double v) {
        return new Rgb(v, v, v);
    }

    /** One of several colours, somewhat lighter or darker. */
    static Rgb pick(SeededRandom random, int... srgb) {
        return of(srgb[random.nextInt(srgb.length)]).times(random.nextDouble(0.75, 1.2));
    }

    Rgb plus(Rgb o) {
        return new Rgb(r + o.r, g + o.g, b + o.b);
    }

    Rgb times(double k) {
        return new Rgb(r * k, g * k, b * k);
    }

    Rgb times(Rgb o) {
        return new Rgb(r * o.r, g * o.g, b * o.b);
    }

    /** This colour at 0, the other at 1. */
    Rgb mix(Rgb other, double share) {
        return new Rgb(r + (other.r - r) * share, g + (other.g - g) * share, b + (other.b - b) * share);
    }

    double luminance() {
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
}

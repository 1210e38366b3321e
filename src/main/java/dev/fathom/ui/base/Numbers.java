package dev.fathom.ui.base;

import java.util.Locale;

/** Numbers as the window writes them, the same in every country, and a true minus before those below zero. */
public final class Numbers {
    /** Stands where there is no number yet. */
    public static final String NONE = "–";

    private static final String MINUS = "\u2212";
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private Numbers() {}

    /** Three decimals, or a dash for what is not finite. */
    public static String metric(double value) {
        return format("%.3f", value);
    }

    /** Four significant digits: 0.2513, 12.31, 0.0004213, 3.1e-07. */
    public static String significant(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value != 0 && (size < 1e-4 || size >= 1e6)) {
            return format("%.2e", value);
        }
        int before = size < 1 ? (int) Math.floor(Math.log10(Math.max(size, 1e-4))) : (int) Math.log10(size);
        return format("%." + (value == 0 ? 3 : Math.max(0, 3 - before)) + "f", value);
    }

    /** Metres with two decimals and the unit. */
    public static String metres(double value) {
        return format("%.2f m", value);
    }

    /** Metres with their sign, as of an error. */
    public static String signedMetres(double value) {
        return format("%+.2f m", value);
    }

    /** A share as a percentage with one decimal. */
    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    /** A whole number with thousands separated. */
    public static String count(long value) {
        return withMinus(String.format(Locale.ROOT, "%,d", value));
    }

    /** For axes: 0.05, 1.2, 1.5k, 20k. */
    public static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return trimmed(value / 1e6) + "M";
        }
        return size >= 1000 ? trimmed(value / 1000) + "k" : trimmed(value);
    }

    private static String trimmed(double value) {
        double size = Math.abs(value);
        if (size > 0 && size < 1e-3) {
            return format("%.0e", value);
        }
        String text = format("%.3f", value).replaceAll("0+$", "");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** A dash for what is not finite. */
    private static String format(String pattern, double value) {
        return Double.isFinite(value) ? withMinus(String.format(Locale.ROOT, pattern, value)) : NONE;
    }

    /** An exponent keeps its hyphen, as programs write it. */
    private static String withMinus(String number) {
        return number.startsWith("-") ? MINUS + number.substring(1) : number;
    }

    /** A time span in its two greatest units: 45 s, 3 min 20 s, 2 h 14 min. */
    public static String duration(double seconds) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            return NONE;
        }
        long s = Math.round(seconds);
        if (s < MINUTE) {
            return s + " s";
        }
        return s < HOUR ? s / MINUTE + " min " + s % MINUTE + " s" : s / HOUR + " h " + s % HOUR / MINUTE + " min";
    }
}

package dev.fathom.prediction;

import java.util.List;
import java.util.Locale;

/**
 * The numbers that a network takes for a picture's bytes: 0 to 255 becomes {@code low} to {@code high}, less the mean,
 * over the standard deviation of its channel.
 *
 * @param mean of red, green and blue, in the units of the range
 * @param deviation of red, green and blue, in the units of the range
 */
public record PixelNumbers(double low, double high, List<Double> mean, List<Double> deviation) {
    private static final double WHITE = 255;
    private static final int CHANNELS = 3;

    /** Bytes as they are. */
    public static final PixelNumbers BYTES = range(0, WHITE);

    public PixelNumbers {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        boolean usable =
                mean.stream().allMatch(Double::isFinite) && deviation.stream().allMatch(d -> d > 0);
        if (mean.size() != CHANNELS || deviation.size() != CHANNELS || !usable || !(high > low)) {
            throw new IllegalArgumentException(low + " to " + high + ", mean " + mean + ", deviation " + deviation);
        }
    }

    /** Without normalisation. */
    public static PixelNumbers range(double low, double high) {
        return new PixelNumbers(low, high, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    }

    /** The number for a byte of a channel (0 red, 1 green, 2 blue). */
    public float of(int value, int channel) {
        double ranged = low + value / WHITE * (high - low);
        return (float) ((ranged - mean.get(channel)) / deviation.get(channel));
    }

    /** For people. */
    public String text() {
        String range = String.format(Locale.ROOT, "pixels from %s to %s", low, high);
        boolean plain = equals(range(low, high));
        return plain ? range : range + ", less " + mean + ", over " + deviation;
    }
}

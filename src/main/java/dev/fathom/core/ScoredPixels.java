package dev.fathom.core;

import java.util.Arrays;

/**
 * The pixels of one image that a protocol counts, with the prediction aligned and clamped as it says.
 *
 * @param width of the image
 * @param height of the image
 * @param indices row-major places {@code y * width + x}, ascending
 * @param prediction metres at these places, above 0
 * @param truth metres at these places, above 0
 */
public record ScoredPixels(int width, int height, int[] indices, double[] prediction, double[] truth) {
    public ScoredPixels {
        if (indices.length != prediction.length || indices.length != truth.length) {
            throw new IllegalArgumentException(
                    indices.length + " places, " + prediction.length + " predictions, " + truth.length + " truths");
        }
    }

    /** How many. */
    public int count() {
        return indices.length;
    }

    /** Share of the image's pixels, 0 to 1. */
    public double share() {
        return count() / ((double) width * height);
    }

    /** Their errors, added up. */
    public ErrorSums sums() {
        return ErrorSums.of(prediction, truth);
    }

    /** The prediction as a whole image, NaN where nothing is counted. */
    double[] predictionImage() {
        return image(prediction);
    }

    /** The truth as a whole image, NaN where nothing is counted. */
    double[] truthImage() {
        return image(truth);
    }

    private double[] image(double[] values) {
        double[] image = new double[width * height];
        Arrays.fill(image, Double.NaN);
        for (int i = 0; i < indices.length; i++) {
            image[indices[i]] = values[i];
        }
        return image;
    }
}

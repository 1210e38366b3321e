package dev.fathom.core;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well the depth edges of a prediction lie on those of the truth: precision and recall after Hu, Ozay, Zhang and
 * Okatani, "Revisiting Single Image Depth Estimation" (WACV 2019). An edge is a pixel at which the Sobel
 * gradient of the depth is larger than a threshold.
 *
 * <p>Only pixels count whose eight neighbours are scored as well. The published code pads with zeros, so that the frame
 * of the image and every hole in the truth are edges of both maps.
 *
 * @param both pixels that are edges in prediction and truth
 * @param predicted edges of the prediction
 * @param actual edges of the truth
 */
public record EdgeCounts(long both, long predicted, long actual) {
    /**
     * Counts the edges of one image at several thresholds, for which the gradients are taken once.
     *
     * @param thresholds of the Sobel sum in metres, which is 8 times the slope a pixel of a ramp and at most 4 times the
     *     height of a step; the paper has 0.25, 0.5 and 1
     * @return in the order of the thresholds
     */
    public static List<EdgeCounts> of(ScoredPixels pixels, List<Double> thresholds) {
        double[] limits = thresholds.stream().mapToDouble(Double::doubleValue).toArray();
        double[] prediction = pixels.predictionImage();
        double[] truth = pixels.truthImage();
        int width = pixels.width();
        long[] both = new long[limits.length];
        long[] predicted = new long[limits.length];
        long[] actual = new long[limits.length];
        for (int y = 1; y < pixels.height() - 1; y++) {
            for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
                // Not a number where a neighbour or the pixel itself is not scored; that is no edge.
                double steep = Double.isNaN(truth[i]) ? Double.NaN : gradient(truth, width, i);
                double predictedSteep = Double.isNaN(steep) ? Double.NaN : gradient(prediction, width, i);
                for (int k = 0; k < limits.length; k++) {
                    boolean edge = steep > limits[k];
                    boolean found = predictedSteep > limits[k];
                    both[k] += edge && found ? 1 : 0;
                    predicted[k] += found ? 1 : 0;
                    actual[k] += edge ? 1 : 0;
                }
            }
        }
        return IntStream.range(0, limits.length)
                .mapToObj(k -> new EdgeCounts(both[k], predicted[k], actual[k]))
                .toList();
    }

    private static double gradient(double[] z, int width, int i) {
        double topLeft = z[i - width - 1];
        double topRight = z[i - width + 1];
        double bottomLeft = z[i + width - 1];
        double bottomRight = z[i + width + 1];
        double across = topLeft + 2 * z[i - 1] + bottomLeft - topRight - 2 * z[i + 1] - bottomRight;
        double down = topLeft + 2 * z[i - width] + topRight - bottomLeft - 2 * z[i + width] - bottomRight;
        return Math.sqrt(across * across + down * down);
    }

    /** Share of the predicted edges that are there; NaN if none is predicted. */
    public double precision() {
        return predicted == 0 ? Double.NaN : (double) both / predicted;
    }

    /** Share of the edges that are predicted; NaN if there is none. */
    public double recall() {
        return actual == 0 ? Double.NaN : (double) both / actual;
    }

    /** Harmonic mean of precision and recall, 0 if one of them is; NaN if there is no edge to find. */
    public double f1() {
        if (actual == 0) {
            return Double.NaN;
        }
        return 2.0 * both / (predicted + actual);
    }
}

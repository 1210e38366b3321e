package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.image.SyncView;
import java.util.EnumMap;
import java.util.Map;

/**
 * All that is known of one pixel; NaN where something is not.
 *
 * @param validity "valid" if the ground truth was measured there, else "invalid"; empty without any ground truth
 * @param truth metres
 * @param predictions metres of each
 */
record Probe(int x, int y, String validity, double truth, Map<Side, Double> predictions) {

    /** @param pixel a pixel of the comparison's shared size */
    static Probe at(SyncView.Pixel pixel, Comparison comparison) {
        int[] size = comparison.size();
        double truth = metres(comparison.truth(), pixel, size);
        Map<Side, Double> predictions = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            predictions.put(side, metres(comparison.prediction(side), pixel, size));
        }
        String validity = !comparison.truth().isThere() ? "" : Double.isNaN(truth) ? "invalid" : "valid";
        return new Probe(pixel.x(), pixel.y(), validity, truth, predictions);
    }

    private static double metres(Found<DepthMap> found, SyncView.Pixel pixel, int[] size) {
        if (!found.isThere()) {
            return Double.NaN;
        }
        DepthMap depth = found.value();
        int x = (int) ((long) pixel.x() * depth.width() / size[0]);
        int y = (int) ((long) pixel.y() * depth.height() / size[1]);
        return depth.valid().get(x, y) ? depth.metres(x, y) : Double.NaN;
    }

    double prediction(Side side) {
        return predictions.get(side);
    }

    /** Prediction - truth in metres. */
    double signedError(Side side) {
        return prediction(side) - truth;
    }

    /** |prediction - truth| in metres. */
    double absoluteError(Side side) {
        return Math.abs(signedError(side));
    }

    /** |prediction - truth| / truth. */
    double relativeError(Side side) {
        return absoluteError(side) / truth;
    }

    /** What a picture is worth here, in words; empty for pictures without a value. */
    String text(Picture picture) {
        return switch (picture.kind()) {
            case COLOUR -> "";
            case DEPTH -> Numbers.metres(picture.side() == null ? truth : prediction(picture.side()));
            case ABSOLUTE_ERROR -> both(absoluteError(picture.side()), relativeError(picture.side()));
            case SIGNED_ERROR -> Numbers.signedMetres(signedError(picture.side()));
            case MASK, OVERLAY -> validity;
        };
    }

    private static String both(double metres, double relative) {
        return Double.isNaN(metres) ? Numbers.NONE : Numbers.metres(metres) + "  " + Numbers.percent(relative);
    }
}

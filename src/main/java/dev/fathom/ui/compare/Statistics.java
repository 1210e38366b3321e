package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import java.util.EnumMap;
import java.util.Map;

/**
 * The error statistics of every prediction of an image.
 *
 * @param bySide of those predictions that there are
 * @param near metres where the axis of depth begins
 * @param far metres where it ends
 */
record Statistics(Map<Side, ErrorStatistics> bySide, double near, double far) {
    /** Metres from the middle to either end of a histogram, at the least. */
    private static final double SMALLEST = 1e-3;

    /** Over the range of depth and as far as the errors of the worst prediction reach. */
    static Statistics of(Painted painted) {
        double near = painted.shared().near();
        double far = painted.shared().far();
        Map<Side, DepthMap> predictions = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Found<DepthMap> prediction = painted.comparison().comparable(side);
            if (prediction.isThere()) {
                predictions.put(side, prediction.value());
            }
        }
        DepthMap truth = painted.comparison().truth().value();
        double most = predictions.values().stream()
                .mapToDouble(prediction -> ErrorStatistics.reach(prediction, truth))
                .max()
                .orElse(0);
        Map<Side, ErrorStatistics> bySide = new EnumMap<>(Side.class);
        predictions.forEach((side, prediction) ->
                bySide.put(side, ErrorStatistics.of(prediction, truth, Math.max(SMALLEST, most), near, far)));
        return new Statistics(bySide, near, far);
    }

    boolean isEmpty() {
        return bySide.isEmpty();
    }
}

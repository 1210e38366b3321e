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

    /** Over the range of depth and up to the greatest error that the colours show. */
    static Statistics of(Painted painted) {
        double near = painted.shared().near();
        double far = painted.shared().far();
        Map<Side, ErrorStatistics> bySide = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            Found<DepthMap> prediction = painted.comparison().comparable(side);
            if (prediction.isThere()) {
                DepthMap truth = painted.comparison().truth().value();
                bySide.put(side, ErrorStatistics.of(prediction.value(), truth, painted.greatestError(), near, far));
            }
        }
        return new Statistics(bySide, near, far);
    }

    boolean isEmpty() {
        return bySide.isEmpty();
    }
}

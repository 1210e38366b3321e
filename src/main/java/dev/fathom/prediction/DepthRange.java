package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.core.OrderStatistics;

/**
 * The depths between which colours run.
 *
 * @param near metres
 * @param far metres, above {@code near}
 */
public record DepthRange(float near, float far) {
    private static final int TAIL = 50;
    private static final float LEAST_WIDTH = 1e-3f;

    public DepthRange {
        if (!(far > near) || Float.isInfinite(far)) {
            throw new IllegalArgumentException("colours from " + near + " to " + far + " m");
        }
    }

    /** Without the nearest and the farthest fiftieth of the valid pixels, so that single ones do not take all colours. */
    static DepthRange of(DepthMap depth) {
        OrderStatistics metres = OrderStatistics.of(depth);
        if (metres.isEmpty()) {
            return new DepthRange(0, 1);
        }
        int tail = metres.count() / TAIL;
        float near = metres.at(tail);
        float far = metres.at(metres.count() - 1 - tail);
        return new DepthRange(near, Math.max(far, near + Math.max(LEAST_WIDTH, Math.ulp(near))));
    }
}

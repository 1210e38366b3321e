package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import java.util.Arrays;

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
        float[] valid = new float[depth.valid().count()];
        int n = 0;
        for (int i = 0; i < depth.metres().length; i++) {
            if (depth.valid().get(i)) {
                valid[n++] = depth.metres()[i];
            }
        }
        if (n == 0) {
            return new DepthRange(0, 1);
        }
        Arrays.sort(valid);
        float near = valid[n / TAIL];
        float far = valid[n - 1 - n / TAIL];
        return new DepthRange(near, Math.max(far, near + Math.max(LEAST_WIDTH, Math.ulp(near))));
    }
}

package dev.fathom.ui.data;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import dev.fathom.ui.base.Numbers;
import java.util.Arrays;

/**
 * A pair's pixels and what they say, or why they cannot be read.
 *
 * @param picture null if it cannot be read
 * @param depth null if there is none or it cannot be read
 * @param problem empty if there is none
 */
public record PairPreview(Sample sample, RgbImage picture, DepthMap depth, String problem) {

    /** Decodes; takes tens of milliseconds. */
    static PairPreview of(Sample sample) {
        RgbImage picture = null;
        try {
            picture = sample.readPicture();
            DepthMap depth =
                    sample.depth().map(source -> source.read().toDepthMap()).orElse(null);
            return new PairPreview(sample, picture, depth, "");
        } catch (UserException e) {
            return new PairPreview(sample, picture, null, e.sentence());
        }
    }

    /** Least, middle and greatest depth and the share of valid pixels, so that a wrong scale is seen. */
    public String summary() {
        if (depth == null) {
            return problem.isEmpty() ? "No depth: this picture is unlabelled" : problem;
        }
        float[] sorted = new float[depth.valid().count()];
        int n = 0;
        for (int i = 0; i < depth.metres().length; i++) {
            if (depth.valid().get(i)) {
                sorted[n++] = depth.metres()[i];
            }
        }
        if (n == 0) {
            return "Not one valid pixel";
        }
        Arrays.sort(sorted);
        return "Depth " + Numbers.metres(sorted[0]) + " to " + Numbers.metres(sorted[n - 1]) + ", median "
                + Numbers.metres(sorted[n / 2]) + "; " + Numbers.percent(n / (double) depth.metres().length)
                + " of the pixels are valid; " + depth.width() + " × " + depth.height();
    }
}

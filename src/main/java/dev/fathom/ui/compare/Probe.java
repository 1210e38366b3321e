package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.ui.image.SyncView;

/**
 * All that is known of one pixel; NaN where something is not.
 *
 * @param valid whether the ground truth was measured there
 */
record Probe(int x, int y, boolean valid, double truth, double student, double teacher) {

    /** @param pixel a pixel of the comparison's shared size */
    static Probe at(SyncView.Pixel pixel, Comparison comparison) {
        double truth = metres(comparison.truth(), pixel, comparison.size());
        return new Probe(
                pixel.x(),
                pixel.y(),
                !Double.isNaN(truth),
                truth,
                metres(comparison.student(), pixel, comparison.size()),
                metres(comparison.teacher(), pixel, comparison.size()));
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

    /** |student - truth| in metres. */
    double absoluteError() {
        return Math.abs(student - truth);
    }

    /** |student - truth| / truth. */
    double relativeError() {
        return absoluteError() / truth;
    }
}

package dev.fathom.ui.compare;

import dev.fathom.core.Intrinsics;
import dev.fathom.run.RunConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The camera by which depth becomes points, and where it is known from.
 *
 * @param source a clause for people
 */
record SceneCamera(Intrinsics intrinsics, String source) {
    private static final Intrinsics KINECT = new Intrinsics(640, 480, 518.857901, 519.469611, 319.5, 239.5);
    private static final double SAME_SHAPE = 0.01;

    /**
     * The configuration's focal lengths, else the data set's camera, else that of NYU Depth's Kinect.
     *
     * @param ofData camera of the data set
     */
    static SceneCamera of(RunConfig config, Optional<Intrinsics> ofData) {
        List<Double> focal = config.data().focal();
        if (focal != null) {
            int width = config.model().imageWidth();
            int height = config.model().imageHeight();
            return new SceneCamera(
                    new Intrinsics(width, height, focal.get(0), focal.get(1), (width - 1) / 2.0, (height - 1) / 2.0),
                    "as the run's configuration has it");
        }
        return ofData.map(camera -> new SceneCamera(camera, "as the data set has it"))
                .orElseGet(() -> new SceneCamera(KINECT, "of NYU Depth's Kinect, as the data set has none"));
    }

    /** The same view on a picture of this size; of another shape the one with square pixels and the same width. */
    Intrinsics on(int width, int height) {
        double shape = (double) intrinsics.width() / intrinsics.height() * height / width;
        return Math.abs(shape - 1) < SAME_SHAPE
                ? intrinsics.resized(width, height)
                : Intrinsics.centred(width, height, intrinsics.fx() * width / intrinsics.width());
    }

    /** For people: the focal length on a picture of this width and where it is known from. */
    String text(int width) {
        double focal = intrinsics.fx() * width / intrinsics.width();
        return String.format(Locale.ROOT, "focal length %.0f px, %s", focal, source);
    }
}

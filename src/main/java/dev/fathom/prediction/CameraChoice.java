package dev.fathom.prediction;

import dev.fathom.core.Intrinsics;
import dev.fathom.core.UsageException;

/**
 * The camera that point clouds are made with.
 *
 * @param fieldOfView degrees from the left to the right border; counts where there are no focal lengths
 * @param focalX pixels, null if not known
 * @param focalY pixels, null for that along the width
 * @param centreX column of the axis, null for the middle
 * @param centreY row of the axis, null for the middle
 */
public record CameraChoice(double fieldOfView, Double focalX, Double focalY, Double centreX, Double centreY) {
    /** What most phones and webcams are near to. */
    public static final double USUAL_FIELD_OF_VIEW = 60;

    /** The usual field of view. */
    public static final CameraChoice USUAL = new CameraChoice(USUAL_FIELD_OF_VIEW, null, null, null, null);

    public CameraChoice {
        boolean focal = focalX == null ? focalY == null : focalX > 0 && (focalY == null || focalY > 0);
        if (!(fieldOfView > 0 && fieldOfView < 180) || !focal) {
            throw new UsageException(
                    "There is no camera with a field of view of " + fieldOfView + " degrees and focal lengths " + focalX
                            + " and " + focalY,
                    "Give --fov between 0 and 180, or --fx and perhaps --fy in pixels");
        }
    }

    /** The camera of pictures of this size. */
    Intrinsics of(int width, int height) {
        double fx = focalX != null ? focalX : width / 2.0 / Math.tan(Math.toRadians(fieldOfView / 2));
        return new Intrinsics(
                width,
                height,
                fx,
                focalY == null ? fx : focalY,
                centreX == null ? (width - 1) / 2.0 : centreX,
                centreY == null ? (height - 1) / 2.0 : centreY);
    }

    /** For people. */
    String text() {
        return focalX == null
                ? "a field of view of " + fieldOfView + " degrees from left to right and the axis in the middle"
                : "focal lengths of " + focalX + " and " + (focalY == null ? focalX : focalY) + " pixels";
    }
}

package dev.fathom.training.losses;

/**
 * Focal lengths of the camera, for losses that work on points in space.
 *
 * @param focalX pixels of the canvas, that is of the full-resolution truth
 * @param focalY the same along the height
 */
public record FocalLengths(double focalX, double focalY) {
    private static final double KINECT_X = 518.8579;
    private static final double KINECT_Y = 519.46961;
    private static final double KINECT_WIDTH = 640;
    private static final double KINECT_HEIGHT = 480;

    public FocalLengths {
        if (!(focalX > 0) || !(focalY > 0)) {
            throw new IllegalArgumentException("focal lengths " + focalX + " and " + focalY);
        }
    }

    /** The Kinect of NYU Depth, whose 640x480 pixels are brought to another size: the values of LiteDepth's code. */
    public static FocalLengths kinect(int height, int width) {
        return new FocalLengths(KINECT_X * width / KINECT_WIDTH, KINECT_Y * height / KINECT_HEIGHT);
    }
}

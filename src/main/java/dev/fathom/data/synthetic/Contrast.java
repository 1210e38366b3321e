package dev.fathom.data.synthetic;

/** How much there is to match around each pixel. */
final class Contrast {
    private static final double DARK = 0.01;

    private Contrast() {}

    /**
     * Mean absolute difference of the logarithms of neighbouring green light, in a window of {@code 2 radius + 1}
     * pixels each way: 0.05 is a texture of about five percent.
     */
    static double[] of(Frame frame, int radius) {
        int width = frame.width();
        int height = frame.height();
        int stride = width + 1;
        double[] log = logarithms(frame);
        double[] sums = new double[stride * (height + 1)];
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                row += step(log, y * width + x, x + 1 < width, y + 1 < height, width);
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        double[] out = new double[width * height];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - radius);
            int bottom = Math.min(height, y + radius + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - radius);
                int right = Math.min(width, x + radius + 1);
                double sum = sums[bottom * stride + right]
                        - sums[bottom * stride + left]
                        - sums[top * stride + right]
                        + sums[top * stride + left];
                out[y * width + x] = sum / ((bottom - top) * (right - left));
            }
        }
        return out;
    }

    private static double[] logarithms(Frame frame) {
        double[] log = new double[frame.width() * frame.height()];
        for (int i = 0; i < log.length; i++) {
            log[i] = StrictMath.log(DARK + frame.light()[3 * i + 1]);
        }
        return log;
    }

    private static double step(double[] log, int i, boolean hasRight, boolean hasBelow, int width) {
        double across = hasRight ? Math.abs(log[i + 1] - log[i]) : 0;
        double down = hasBelow ? Math.abs(log[i + width] - log[i]) : 0;
        return (across + down) / 2;
    }
}

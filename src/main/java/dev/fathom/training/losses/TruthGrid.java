package dev.fathom.training.losses;

/**
 * Ground truth brought down to the network's own resolution.
 *
 * <p>Both ways sample bilinearly with aligned corners and without antialiasing, as LiteDepth's code does: output pixel
 * {@code i} lies at {@code i * (in - 1) / (out - 1)}. They differ in what an invalid neighbour does.
 *
 * @param metres {@code [batch, height, width]}, row-major, 0 where invalid
 * @param valid the same shape
 */
public record TruthGrid(int batch, int height, int width, float[] metres, boolean[] valid) {

    /** What becomes of an output pixel one of whose four neighbours is invalid. */
    public enum Holes {
        /**
         * As LiteDepth's code: the hole's zero is mixed into the value, so depth near a hole comes out too small; only
         * a result of exactly 0 is invalid.
         */
        BLEED,
        /** It is invalid, so that every valid value is a mean of measured depth. */
        EXCLUDE
    }

    /** Samples the truth at {@code height x width}. */
    public static TruthGrid of(Truth truth, int height, int width, Holes holes) {
        int cells = height * width;
        TruthGrid out = new TruthGrid(
                truth.batch(), height, width, new float[truth.batch() * cells], new boolean[truth.batch() * cells]);
        for (int image = 0; image < truth.batch(); image++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double sourceY = position(y, truth.height(), height);
                    double sourceX = position(x, truth.width(), width);
                    out.sample(truth, image, y, x, sourceY, sourceX, holes);
                }
            }
        }
        return out;
    }

    /** One division of whole numbers, so that the last pixel lies on the last one exactly. */
    private static double position(int i, int in, int out) {
        return out > 1 ? i * (in - 1) / (double) (out - 1) : 0;
    }

    private void sample(Truth truth, int image, int y, int x, double sourceY, double sourceX, Holes holes) {
        int y0 = (int) sourceY;
        int x0 = (int) sourceX;
        double fy = sourceY - y0;
        double fx = sourceX - x0;
        double sum = 0;
        boolean whole = true;
        for (int corner = 0; corner < 4; corner++) {
            boolean low = corner >= 2;
            boolean right = corner % 2 == 1;
            double weight = (low ? fy : 1 - fy) * (right ? fx : 1 - fx);
            if (weight > 0) {
                int from = image * truth.pixels() + (y0 + (low ? 1 : 0)) * truth.width() + x0 + (right ? 1 : 0);
                whole &= truth.mask()[from] != 0;
                sum += truth.mask()[from] != 0 ? weight * truth.metres()[from] : 0;
            }
        }
        int to = (image * height + y) * width + x;
        valid[to] = holes == Holes.BLEED ? sum > 0 : whole;
        metres[to] = valid[to] ? (float) sum : 0;
    }

    /** The validity at another resolution: that of the nearest pixel, source index {@code floor(i * in / out)}. */
    public boolean[] validAt(int otherHeight, int otherWidth) {
        boolean[] out = new boolean[batch * otherHeight * otherWidth];
        for (int i = 0; i < out.length; i++) {
            int x = i % otherWidth;
            int y = i / otherWidth % otherHeight;
            int image = i / (otherWidth * otherHeight);
            out[i] = valid[(image * height + y * height / otherHeight) * width + x * width / otherWidth];
        }
        return out;
    }
}

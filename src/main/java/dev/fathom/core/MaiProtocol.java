package dev.fathom.core;

import java.util.Arrays;

/**
 * The Mobile AI depth challenge's scoring (2021 and 2022), as its evaluation script computes it.
 *
 * <p>In millimetres: prediction and truth are raised to at least 1 mm; a pixel counts if it is valid and its truth is
 * above 1 mm. With l = ln p - ln g over the n counted pixels of an image:
 *
 * <ul>
 *   <li>si-RMSE = sqrt(sum l^2 / n - (sum l)^2 / n^2)
 *   <li>RMSE = sqrt(sum (g - p)^2 / n), in metres
 *   <li>REL = sum(|p - g| / g) / n
 *   <li>LOG10 = sum |log10 p - log10 g| / n
 * </ul>
 *
 * Each is computed per image and then averaged over images. There is no clamp at 40 m and no alignment.
 */
public final class MaiProtocol implements Protocol {
    /** One millimetre. */
    private static final double FLOOR = 1e-3;

    @Override
    public String name() {
        return "mai";
    }

    @Override
    public String rules() {
        return "Mobile AI challenge: valid pixels with truth above 1 mm, prediction raised to 1 mm, no upper clamp,"
                + " prediction of another size resized (" + ResizeRule.NEAREST.rule() + "), no"
                + " alignment, natural-log si-RMSE; pooled per image, then mean over images";
    }

    @Override
    public ResizeRule resize() {
        return ResizeRule.NEAREST;
    }

    @Override
    public DepthBands bands() {
        return DepthBands.ROOM;
    }

    @Override
    public ScoredPixels scored(DepthMap prediction, DepthMap truth) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new IllegalArgumentException(prediction + " scored against " + truth);
        }
        int pixels = truth.metres().length;
        int[] places = new int[pixels];
        double[] p = new double[pixels];
        double[] g = new double[pixels];
        int n = 0;
        for (int i = 0; i < pixels; i++) {
            if (truth.valid().get(i) && truth.metres()[i] > FLOOR) {
                // An invalid prediction (NaN, zero, negative) is scored as the floor: leaving it out would reward it.
                p[n] = prediction.valid().get(i) ? Math.max(prediction.metres()[i], FLOOR) : FLOOR;
                g[n] = truth.metres()[i];
                places[n++] = i;
            }
        }
        return new ScoredPixels(
                truth.width(), truth.height(), Arrays.copyOf(places, n), Arrays.copyOf(p, n), Arrays.copyOf(g, n));
    }
}

package dev.fathom.core;

import java.util.List;

/**
 * Depth metrics of one image, or their mean over images. Names as the field spells them.
 *
 * @param siRmse scale-invariant RMSE of natural-log depth
 * @param rmse root mean squared error in metres
 * @param absRel mean of |prediction - truth| / truth
 * @param log10 mean of |log10 prediction - log10 truth|
 * @param pixels number of scored pixels
 */
public record DepthMetrics(double siRmse, double rmse, double absRel, double log10, long pixels) {

    /** What an image without a single valid pixel yields; {@link #mean} leaves it out. */
    public static DepthMetrics empty() {
        return new DepthMetrics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }

    /** Each metric averaged over the images that have pixels (per image, then mean), with the pixels summed. */
    public static DepthMetrics mean(List<DepthMetrics> images) {
        List<DepthMetrics> scored = images.stream().filter(m -> m.pixels > 0).toList();
        if (scored.isEmpty()) {
            return empty();
        }
        double si = 0;
        double rmse = 0;
        double rel = 0;
        double log = 0;
        long pixels = 0;
        for (DepthMetrics m : scored) {
            si += m.siRmse;
            rmse += m.rmse;
            rel += m.absRel;
            log += m.log10;
            pixels += m.pixels;
        }
        int n = scored.size();
        return new DepthMetrics(si / n, rmse / n, rel / n, log / n, pixels);
    }
}

package dev.fathom.core;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Depth metrics of one image, or their mean over images. Names as the field spells them; with l = ln p - ln g:
 *
 * @param siRmse scale-invariant RMSE: standard deviation of l
 * @param rmse root mean squared error in metres
 * @param absRel mean of |p - g| / g
 * @param log10 mean of |log10 p - log10 g|
 * @param rmseLog root mean square of l; NaN in files written before it existed
 * @param sqRel mean of (p - g)^2 / g, in metres; NaN as rmseLog
 * @param silog 100 times the standard deviation of l, as KITTI has it; NaN as rmseLog
 * @param d1 share of pixels with max(p / g, g / p) below 1.25; NaN as rmseLog
 * @param d2 share below 1.25^2; NaN as rmseLog
 * @param d3 share below 1.25^3; NaN as rmseLog
 * @param pixels number of scored pixels
 */
public record DepthMetrics(
        double siRmse,
        double rmse,
        double absRel,
        double log10,
        Double rmseLog,
        Double sqRel,
        Double silog,
        Double d1,
        Double d2,
        Double d3,
        long pixels) {

    public DepthMetrics {
        rmseLog = orNan(rmseLog);
        sqRel = orNan(sqRel);
        silog = orNan(silog);
        d1 = orNan(d1);
        d2 = orNan(d2);
        d3 = orNan(d3);
    }

    private static Double orNan(Double value) {
        return value == null ? Double.valueOf(Double.NaN) : value;
    }

    /** What an image without a single valid pixel yields; {@link #mean} leaves it out. */
    public static DepthMetrics empty() {
        double nan = Double.NaN;
        return new DepthMetrics(nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, 0);
    }

    /** Each metric averaged over the images that have pixels (per image, then mean), with the pixels summed. */
    public static DepthMetrics mean(List<DepthMetrics> images) {
        List<DepthMetrics> scored = images.stream().filter(m -> m.pixels > 0).toList();
        if (scored.isEmpty()) {
            return empty();
        }
        return new DepthMetrics(
                mean(scored, DepthMetrics::siRmse),
                mean(scored, DepthMetrics::rmse),
                mean(scored, DepthMetrics::absRel),
                mean(scored, DepthMetrics::log10),
                mean(scored, DepthMetrics::rmseLog),
                mean(scored, DepthMetrics::sqRel),
                mean(scored, DepthMetrics::silog),
                mean(scored, DepthMetrics::d1),
                mean(scored, DepthMetrics::d2),
                mean(scored, DepthMetrics::d3),
                scored.stream().mapToLong(DepthMetrics::pixels).sum());
    }

    private static double mean(List<DepthMetrics> images, ToDoubleFunction<DepthMetrics> metric) {
        double sum = 0;
        for (DepthMetrics image : images) {
            sum += metric.applyAsDouble(image);
        }
        return sum / images.size();
    }
}

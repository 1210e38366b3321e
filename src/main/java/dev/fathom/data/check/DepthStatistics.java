package dev.fathom.data.check;

import java.util.List;
import java.util.Map;

/**
 * Numbers over a data set's depth, from every fourth pixel of every fourth row.
 *
 * @param depths number of depth maps that were read
 * @param medianMetres median over the maps of their median depth; NaN without any
 * @param nearMetres depth below which one percent of the pixels lie, to the width of a bin
 * @param farMetres depth above which one percent of the pixels lie, to the width of a bin
 * @param binMetres lower ends of the bins of the histogram, growing by a constant factor, and the upper end of the last
 * @param binPixels valid pixels in each bin; those beyond the ends are in the first and the last
 * @param invalidShare share of pixels without depth, 0 to 1
 * @param maskRows rows of {@code invalidMask}
 * @param maskColumns columns of {@code invalidMask}
 * @param invalidMask share of maps without depth at each place of a grid laid over the maps, row by row
 * @param pictureSizes number of pictures by size, height x width, the most frequent first
 * @param depthSizes number of depth maps by size
 */
public record DepthStatistics(
        int depths,
        double medianMetres,
        double nearMetres,
        double farMetres,
        List<Double> binMetres,
        List<Long> binPixels,
        double invalidShare,
        int maskRows,
        int maskColumns,
        List<Double> invalidMask,
        Map<String, Integer> pictureSizes,
        Map<String, Integer> depthSizes) {}

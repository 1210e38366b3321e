package dev.fathom.ui.data;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.OrderStatistics;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.Raster;

/**
 * A pair's pixels, ready to be shown, and what they say, or why they cannot be read.
 *
 * @param picture null if it cannot be read
 * @param depth null if there is none or it cannot be read
 * @param range the metres that the colours of the depth span; null without depth
 * @param summary least, middle and greatest depth and the share of valid pixels, so that a wrong scale is seen; else why
 *     there is no depth
 */
public record PairPreview(
        Sample sample, Raster picture, DepthMap depth, Raster colours, DepthRange range, String summary) {
    static final ColorMap MAP = ColorMap.named("turbo");

    /** Decodes, colours and counts; takes tens of milliseconds, so not on the window's thread. */
    static PairPreview of(Sample sample) {
        Raster picture = null;
        try {
            RgbImage read = sample.readPicture();
            picture = Colouring.picture(read);
            DepthMap depth =
                    sample.depth().map(source -> source.read().toDepthMap()).orElse(null);
            return depth == null
                    ? withoutDepth(sample, picture, "No depth: this picture is unlabelled")
                    : withDepth(sample, picture, depth);
        } catch (UserException e) {
            return withoutDepth(sample, picture, e.sentence());
        }
    }

    private static PairPreview withoutDepth(Sample sample, Raster picture, String why) {
        return new PairPreview(sample, picture, null, null, null, why);
    }

    private static PairPreview withDepth(Sample sample, Raster picture, DepthMap depth) {
        DepthRange range = DepthRange.of(depth);
        return new PairPreview(sample, picture, depth, Colouring.depth(depth, MAP, range), range, summary(depth));
    }

    private static String summary(DepthMap depth) {
        OrderStatistics metres = OrderStatistics.of(depth);
        int n = metres.count();
        if (metres.isEmpty()) {
            return "Not one valid pixel";
        }
        return "Depth " + Numbers.metres(metres.at(0)) + " to " + Numbers.metres(metres.at(n - 1)) + ", median "
                + Numbers.metres(metres.at(n / 2)) + "; " + Numbers.percent(n / (double) depth.metres().length)
                + " of the pixels are valid; " + depth.width() + " × " + depth.height();
    }
}

package dev.fathom.export.report;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.ColorPng;
import java.util.Arrays;
import java.util.List;

/** The four pictures of a {@link ReportPicture} side by side: what went in, the engine's depth, the file's, their difference. */
public final class PictureStrip {
    private static final int GAP = 8;
    private static final byte WHITE = (byte) 255;

    private PictureStrip() {}

    public static RgbImage of(ReportPicture picture) {
        DepthMap difference = picture.difference();
        double near = picture.nearest();
        double far = picture.farthest();
        return joined(List.of(
                picture.rgb(),
                colours(picture.engine(), Figures.DEPTH, near, far),
                colours(picture.file(), Figures.DEPTH, near, far),
                colours(difference, Figures.DIFFERENCE, 0, ReportPicture.high(difference))));
    }

    /** Equal maps, or one that says the same everywhere, leave no range to colour; it is widened. */
    private static RgbImage colours(DepthMap map, ColorMap colours, double near, double far) {
        float from = (float) near;
        return ColorPng.colour(map, colours, from, Math.max((float) far, Math.nextUp(from)));
    }

    private static RgbImage joined(List<RgbImage> images) {
        int height = images.stream().mapToInt(RgbImage::height).max().orElseThrow();
        int width = images.stream().mapToInt(RgbImage::width).sum() + GAP * (images.size() - 1);
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, WHITE);
        int left = 0;
        for (RgbImage image : images) {
            for (int y = 0; y < image.height(); y++) {
                System.arraycopy(image.rgb(), 3 * y * image.width(), rgb, 3 * (y * width + left), 3 * image.width());
            }
            left += image.width() + GAP;
        }
        return new RgbImage(width, height, rgb);
    }
}

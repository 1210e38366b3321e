package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;

/** Cuts the middle out of a picture. */
final class CentreCrop {
    private CentreCrop() {}

    /** The largest part with the proportions of {@code size}, to the nearest whole pixel. */
    static RgbImage toProportions(RgbImage image, ImageSize size) {
        int width = Math.min(image.width(), nearest(image.height(), size.width(), size.height()));
        int height = Math.min(image.height(), nearest(image.width(), size.height(), size.width()));
        if (width == image.width() && height == image.height()) {
            return image;
        }
        int left = (image.width() - width) / 2;
        int top = (image.height() - height) / 2;
        byte[] rgb = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            int from = ((top + y) * image.width() + left) * 3;
            System.arraycopy(image.rgb(), from, rgb, y * width * 3, width * 3);
        }
        return new RgbImage(width, height, rgb);
    }

    private static int nearest(long value, int times, int over) {
        return (int) Math.max(1, (value * times + over / 2) / over);
    }
}

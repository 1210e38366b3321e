package dev.fathom.ui.image;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A picture as opaque ARGB, row-major {@code y * width + x}. The array is the raster's own and not changed after.
 */
public record Raster(int width, int height, int[] argb) {
    public Raster {
        if (width <= 0 || height <= 0 || argb.length != width * height) {
            throw new IllegalArgumentException(argb.length + " pixels for " + width + "x" + height);
        }
    }

    /** The same for the screen, without a copy. */
    public Image toImage() {
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance()));
    }
}

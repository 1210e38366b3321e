package dev.fathom.export;

import dev.fathom.core.RgbImage;

/** A picture as the exported file takes it. */
final class ImageInput {
    private ImageInput() {}

    /** [1, height, width, 3], RGB 0 to 255. */
    static float[] floats(RgbImage image) {
        byte[] rgb = image.rgb();
        float[] values = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            values[i] = rgb[i] & 0xff;
        }
        return values;
    }
}

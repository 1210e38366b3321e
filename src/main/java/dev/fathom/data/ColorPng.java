package dev.fathom.data;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import java.io.IOException;
import java.nio.file.Path;

/** Depth as a picture for people: a colour map over a range of metres, invalid pixels in a grey of their own. */
public final class ColorPng {
    /** Opaque dark grey, in none of the colour maps. */
    public static final int INVALID_ARGB = 0xff2b2b30;

    private ColorPng() {}

    /** Writes {@link #colour} as an 8-bit RGB PNG. */
    public static void write(Path path, DepthMap depth, ColorMap map, float near, float far) throws IOException {
        RgbFile.writePng(path, colour(depth, map, near, far));
    }

    /**
     * Colours each valid pixel by its place between {@code near} (start of the map) and {@code far} (its end), both in
     * metres; what lies outside takes the end colours.
     *
     * @throws IllegalArgumentException if {@code far} is not greater than {@code near}
     */
    public static RgbImage colour(DepthMap depth, ColorMap map, float near, float far) {
        if (!(far > near)) {
            throw new IllegalArgumentException("a range from " + near + " to " + far + " m");
        }
        float[] metres = depth.metres();
        byte[] rgb = new byte[metres.length * 3];
        float scale = 1 / (far - near);
        for (int i = 0; i < metres.length; i++) {
            int argb = depth.valid().get(i) ? map.argb((metres[i] - near) * scale) : INVALID_ARGB;
            rgb[3 * i] = (byte) (argb >> 16);
            rgb[3 * i + 1] = (byte) (argb >> 8);
            rgb[3 * i + 2] = (byte) argb;
        }
        return new RgbImage(depth.width(), depth.height(), rgb);
    }
}

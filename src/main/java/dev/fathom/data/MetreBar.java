package dev.fathom.data;

import dev.fathom.core.ColorMap;
import dev.fathom.core.RgbImage;
import java.util.Arrays;
import java.util.Locale;

/**
 * Puts a bar that says which colour is how many metres to the right of a coloured depth map. The letters are drawn here,
 * because machines without a screen often have no fonts.
 */
public final class MetreBar {
    private static final int LABELS = 5;
    private static final int LEAST_HEIGHT = 64;
    private static final int PICTURE_ROWS_PER_DOT = 240;
    private static final int GLYPH_WIDTH = 5;
    private static final int GLYPH_HEIGHT = 7;
    private static final int ADVANCE = 6;
    private static final int GAP = 4;
    private static final int BAR = 10;
    private static final String LETTERS = "0123456789.m";

    /** Seven rows of five dots for each letter. */
    private static final int[][] GLYPHS = {
        {14, 17, 19, 21, 25, 17, 14},
        {4, 12, 4, 4, 4, 4, 14},
        {14, 17, 1, 2, 4, 8, 31},
        {31, 2, 4, 2, 1, 17, 14},
        {2, 6, 10, 18, 31, 2, 2},
        {31, 16, 30, 1, 1, 17, 14},
        {6, 8, 16, 30, 17, 17, 14},
        {31, 1, 2, 4, 8, 8, 8},
        {14, 17, 17, 14, 17, 17, 14},
        {14, 17, 17, 15, 1, 2, 12},
        {0, 0, 0, 0, 0, 12, 12},
        {0, 0, 26, 21, 21, 21, 21},
    };

    private final int dot;
    private final int width;
    private final int height;
    private final byte[] rgb;

    private MetreBar(RgbImage picture, int letters) {
        this.dot = Math.max(1, picture.height() / PICTURE_ROWS_PER_DOT);
        this.width = picture.width() + dot * (GAP + BAR + GAP + letters * ADVANCE + GAP);
        this.height = Math.max(picture.height(), LEAST_HEIGHT);
        this.rgb = new byte[width * height * 3];
        Arrays.fill(rgb, (byte) 255);
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.rgb(), y * picture.width() * 3, rgb, y * width * 3, picture.width() * 3);
        }
    }

    /**
     * The picture with a bar beside it.
     *
     * @param near metres of the map's first colour, on top
     * @param far metres of its last colour
     */
    public static RgbImage beside(RgbImage picture, ColorMap map, float near, float far) {
        String[] labels = new String[LABELS];
        for (int i = 0; i < LABELS; i++) {
            labels[i] = label(near + (far - near) * i / (LABELS - 1), far - near);
        }
        int letters = Arrays.stream(labels).mapToInt(String::length).max().orElseThrow();
        MetreBar bar = new MetreBar(picture, letters);
        bar.draw(picture.width(), map, labels);
        return new RgbImage(bar.width, bar.height, bar.rgb);
    }

    private static String label(float metres, float range) {
        String form = range < 0.5 ? "%.3fm" : range < 5 ? "%.2fm" : "%.1fm";
        return String.format(Locale.ROOT, form, metres);
    }

    private void draw(int left, ColorMap map, String... labels) {
        int bar = left + GAP * dot;
        int top = GLYPH_HEIGHT * dot / 2;
        int rows = height - 2 * top;
        for (int y = 0; y < rows; y++) {
            fill(bar, top + y, BAR * dot, 1, map.argb((float) y / (rows - 1)));
        }
        for (int i = 0; i < labels.length; i++) {
            int middle = top + (rows - 1) * i / (labels.length - 1);
            text(bar + (BAR + GAP) * dot, middle - top, labels[i]);
        }
    }

    private void text(int left, int top, String label) {
        for (int i = 0; i < label.length(); i++) {
            int[] glyph = GLYPHS[LETTERS.indexOf(label.charAt(i))];
            for (int row = 0; row < GLYPH_HEIGHT; row++) {
                for (int column = 0; column < GLYPH_WIDTH; column++) {
                    if ((glyph[row] >> GLYPH_WIDTH - 1 - column & 1) == 1) {
                        fill(left + (i * ADVANCE + column) * dot, top + row * dot, dot, dot, 0);
                    }
                }
            }
        }
    }

    private void fill(int left, int top, int across, int down, int color) {
        for (int y = top; y < Math.min(top + down, height); y++) {
            for (int x = left; x < left + across; x++) {
                int at = 3 * (y * width + x);
                rgb[at] = (byte) (color >> 16);
                rgb[at + 1] = (byte) (color >> 8);
                rgb[at + 2] = (byte) color;
            }
        }
    }
}

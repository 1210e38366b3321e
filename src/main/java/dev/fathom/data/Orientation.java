package dev.fathom.data;

import dev.fathom.core.RgbImage;

/**
 * How a camera was held, as the EXIF tag Orientation says: the eight ways in which stored rows and columns can be those of
 * the upright picture.
 */
enum Orientation {
    /** 1: as stored. */
    NORMAL(false, false, false),
    /** 2. */
    MIRRORED(false, true, false),
    /** 3: upside down. */
    HALF_TURN(false, true, true),
    /** 4. */
    FLIPPED(false, false, true),
    /** 5. */
    TRANSPOSED(true, false, false),
    /** 6: stored rows are to be turned clockwise by 90 degrees. */
    CLOCKWISE(true, false, true),
    /** 7. */
    ANTI_TRANSPOSED(true, true, true),
    /** 8: stored rows are to be turned counter-clockwise by 90 degrees. */
    COUNTER_CLOCKWISE(true, true, false);

    private final boolean swapped;
    private final boolean fromRight;
    private final boolean fromBelow;

    /**
     * @param swapped whether columns of the upright picture run along stored rows
     * @param fromRight whether the first stored column is the last one
     * @param fromBelow whether the first stored row is the last one
     */
    Orientation(boolean swapped, boolean fromRight, boolean fromBelow) {
        this.swapped = swapped;
        this.fromRight = fromRight;
        this.fromBelow = fromBelow;
    }

    /** What the tag's number means; a number without a meaning is taken as 1. */
    static Orientation of(int tag) {
        return tag >= 1 && tag <= values().length ? values()[tag - 1] : NORMAL;
    }

    /** Whether the upright picture is as wide as the stored one is high. */
    boolean isSideways() {
        return swapped;
    }

    /** The picture as it is to be looked at. */
    RgbImage upright(RgbImage stored) {
        if (this == NORMAL) {
            return stored;
        }
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        byte[] rgb = new byte[stored.rgb().length];
        int to = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = swapped ? y : x;
                int row = swapped ? x : y;
                int from = (fromBelow ? stored.height() - 1 - row : row) * stored.width()
                        + (fromRight ? stored.width() - 1 - column : column);
                rgb[to++] = stored.rgb()[3 * from];
                rgb[to++] = stored.rgb()[3 * from + 1];
                rgb[to++] = stored.rgb()[3 * from + 2];
            }
        }
        return new RgbImage(width, height, rgb);
    }
}

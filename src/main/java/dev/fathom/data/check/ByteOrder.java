package dev.fathom.data.check;

import dev.fathom.data.DepthRaster;

/** Tells depth whose bytes were swapped: swapped back, neighbours are much more alike. */
final class ByteOrder {
    /** Real maps are rougher than their swapped forms by less than 1; swapped ones by 10 and more. */
    private static final double ROUGHER = 4;

    private static final int ENOUGH_PIXELS = 500;

    private ByteOrder() {}

    static boolean isSwapped(DepthRaster depth) {
        double asStored = 0;
        double swapped = 0;
        int pixels = 0;
        short[] raw = depth.raw();
        for (int y = 0; y < depth.height(); y += DepthTally.STEP) {
            for (int i = y * depth.width() + 1; i < (y + 1) * depth.width(); i++) {
                if (depth.valid(i) && depth.valid(i - 1)) {
                    asStored += Math.abs((raw[i] & 0xffff) - (raw[i - 1] & 0xffff));
                    swapped += Math.abs(swap(raw[i]) - swap(raw[i - 1]));
                    pixels++;
                }
            }
        }
        return pixels >= ENOUGH_PIXELS && asStored > ROUGHER * swapped;
    }

    private static int swap(short value) {
        return Short.reverseBytes(value) & 0xffff;
    }
}

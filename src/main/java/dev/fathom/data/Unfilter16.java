package dev.fathom.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Undoes the filters of a PNG file's rows of 16-bit gray, whose two bytes are filtered as if they were two channels.
 *
 * <p>Source: PNG Specification (third edition), section 9.
 */
final class Unfilter16 {
    private static final VarHandle SAMPLE = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final int LOW = 0xff;
    private static final int HIGH = 0xff00;

    private Unfilter16() {}

    /**
     * Undoes a row.
     *
     * @param row its filter and its bytes
     * @param above has the samples of the row above from index {@code from} on
     * @param out gets its samples from index {@code to} on
     * @return false if there is no such filter
     */
    static boolean undo(byte[] row, short[] above, int from, short[] out, int to, int width) {
        switch (row[0]) {
            case 0 -> none(row, out, to, width);
            case 1 -> left(row, out, to, width);
            case 2 -> up(row, above, from, out, to, width);
            case 3 -> average(row, above, from, out, to, width);
            case 4 -> paeth(row, above, from, out, to, width);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static int sample(byte[] row, int column) {
        return (short) SAMPLE.get(row, 2 * column + 1);
    }

    /** Adds high and low bytes without a carry between them. */
    private static short sum(int a, int b) {
        return (short) ((a & HIGH) + (b & HIGH) | a + b & LOW);
    }

    private static void none(byte[] row, short[] out, int to, int width) {
        for (int i = 0; i < width; i++) {
            out[to + i] = (short) SAMPLE.get(row, 2 * i + 1);
        }
    }

    private static void left(byte[] row, short[] out, int to, int width) {
        short left = 0;
        for (int i = 0; i < width; i++) {
            left = sum(sample(row, i), left);
            out[to + i] = left;
        }
    }

    private static void up(byte[] row, short[] above, int from, short[] out, int to, int width) {
        for (int i = 0; i < width; i++) {
            out[to + i] = sum(sample(row, i), above[from + i]);
        }
    }

    private static void average(byte[] row, short[] above, int from, short[] out, int to, int width) {
        int high = 0;
        int low = 0;
        for (int i = 0; i < width; i++) {
            int filtered = sample(row, i);
            int up = above[from + i];
            high = (filtered >> 8) + (high + (up >> 8 & LOW) >> 1) & LOW;
            low = filtered + (low + (up & LOW) >> 1) & LOW;
            out[to + i] = (short) (high << 8 | low);
        }
    }

    private static void paeth(byte[] row, short[] above, int from, short[] out, int to, int width) {
        int high = 0;
        int low = 0;
        int cornerHigh = 0;
        int cornerLow = 0;
        for (int i = 0; i < width; i++) {
            int filtered = sample(row, i);
            int upHigh = above[from + i] >> 8 & LOW;
            int upLow = above[from + i] & LOW;
            // High bytes hardly change along a row, and then the predictor is the one to the left.
            int predicted = upHigh == cornerHigh ? high : predictor(high, upHigh, cornerHigh);
            high = (filtered >> 8) + predicted & LOW;
            low = filtered + predictor(low, upLow, cornerLow) & LOW;
            out[to + i] = (short) (high << 8 | low);
            cornerHigh = upHigh;
            cornerLow = upLow;
        }
    }

    /**
     * Of left, up and corner the nearest to left + up - corner, in this order. Low bytes are nearly chance, so the choice
     * is computed: a jump would be guessed wrong half of the time.
     */
    private static int predictor(int left, int up, int corner) {
        int less = Math.min(left, up);
        int more = Math.max(left, up);
        int threshold = 3 * corner - left - up;
        int lessOrCorner = corner + (less - corner & ~(threshold - more >> 31));
        return lessOrCorner + (more - lessOrCorner & ~(less - threshold >> 31));
    }
}

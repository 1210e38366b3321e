package dev.fathom.data.codec;

import dev.fathom.core.ImageSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The frame of a JPEG file of the usual kind, about whose colours all decoders agree: baseline, 8 bits, gray or YCbCr.
 *
 * <p>Source: ITU-T T.81, annex B; T.871 (JFIF).
 */
record JpegFrame(int width, int height) {
    private static final int BASELINE = 0xc0;
    private static final int TABLES = 0xc4;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int BITS = 8;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

    /** Some cameras pad their files with a few bytes behind the end. */
    private static final int MOST_PADDING = 64;

    ImageSize size() {
        return new ImageSize(height, width);
    }

    /** Nothing if the file is of another kind or its end is missing. */
    static Optional<JpegFrame> of(byte[] file) {
        return hasEnd(file) ? walk(file) : Optional.empty();
    }

    private static boolean hasEnd(byte[] file) {
        int first = Math.max(0, file.length - MOST_PADDING);
        for (int at = file.length - END.length; at >= first; at--) {
            if (Arrays.equals(file, at, at + END.length, END, 0, END.length)) {
                return true;
            }
        }
        return false;
    }

    /** Goes from segment to segment up to the pixels. */
    private static Optional<JpegFrame> walk(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        Optional<JpegFrame> frame = Optional.empty();
        boolean jfif = false;
        int at = 2;
        while (at + 4 <= file.length && bytes.get(at) == (byte) 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            int length = bytes.getShort(at + 2) & 0xffff;
            int end = at + 2 + length;
            if (length < 2 || end > file.length || isUnusual(marker)) {
                return Optional.empty();
            }
            if (marker == START_OF_SCAN) {
                return frame;
            }
            if (marker == APP14 && startsWith(file, at + 4, ADOBE)) {
                return Optional.empty();
            }
            jfif |= marker == APP0 && startsWith(file, at + 4, JFIF);
            if (marker == BASELINE) {
                frame = usual(bytes, at + 4, end, jfif);
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Frames that are not baseline, arithmetic coding, and what is no segment: C4 among these markers are tables. */
    private static boolean isUnusual(int marker) {
        return marker < BASELINE || marker > BASELINE && marker <= 0xd9 && marker != TABLES || marker == 0xff;
    }

    private static boolean startsWith(byte[] file, int at, byte[] name) {
        return at + name.length <= file.length && Arrays.equals(file, at, at + name.length, name, 0, name.length);
    }

    private static Optional<JpegFrame> usual(ByteBuffer bytes, int at, int end, boolean jfif) {
        if (end - at < 6 || bytes.get(at) != BITS) {
            return Optional.empty();
        }
        int height = bytes.getShort(at + 1) & 0xffff;
        int width = bytes.getShort(at + 3) & 0xffff;
        int components = bytes.get(at + 5);
        boolean whole = width > 0 && height > 0 && end - at == 6 + 3 * components;
        boolean usual = components == 1 || components == 3 && (jfif || hasCoarseColours(bytes, at + 6));
        return whole && usual ? Optional.of(new JpegFrame(width, height)) : Optional.empty();
    }

    /** Without a JFIF header, as cameras write: 1, 2, 3 with coarser 2 and 3 are luma and chroma to everybody. */
    private static boolean hasCoarseColours(ByteBuffer bytes, int at) {
        boolean named = bytes.get(at) == 1 && bytes.get(at + 3) == 2 && bytes.get(at + 6) == 3;
        return named && bytes.get(at + 1) != 0x11 && bytes.get(at + 4) == 0x11 && bytes.get(at + 7) == 0x11;
    }

    /** The size after a reduction that {@link #reduction} gave. */
    ImageSize reduced(int by) {
        return new ImageSize(height / by, width / by);
    }

    /**
     * The largest of 1, 2, 4 and 8 that divides both sides and does not get them below {@code least}. With a remainder the
     * last column and row of the reduced picture would be of fewer pixels than the others, and all would be shifted.
     */
    int reduction(ImageSize least) {
        int by = 8;
        while (by > 1 && !(width % by == 0 && height % by == 0 && least.fitsIn(reduced(by)))) {
            by /= 2;
        }
        return by;
    }
}

package dev.fathom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the orientation in the EXIF block of a JPEG file (segment APP1) or a PNG file (chunk eXIf). What is missing,
 * damaged or cut short counts as upright: a picture is never refused for its notes.
 */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final int PNG_CHUNK_FRAME = 12;
    private static final int PNG_EXIF = 0x65584966;

    private Exif() {}

    static Orientation ofJpeg(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = 2;
        while (at + 4 <= file.length && bytes.get(at) == (byte) 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            int length = bytes.getShort(at + 2) & 0xffff;
            if (marker == START_OF_SCAN) {
                return Orientation.NORMAL;
            }
            int content = at + 4;
            int end = Math.min(file.length, at + 2 + length);
            if (marker == APP1 && startsWithExif(file, content)) {
                return ofTiff(file, content + EXIF.length, end);
            }
            at += 2 + length;
        }
        return Orientation.NORMAL;
    }

    private static boolean startsWithExif(byte[] file, int at) {
        return at + EXIF.length <= file.length && Arrays.equals(file, at, at + EXIF.length, EXIF, 0, EXIF.length);
    }

    static Orientation ofPng(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = PNG_SIGNATURE_BYTES;
        while (at >= 0 && at + PNG_CHUNK_FRAME <= file.length) {
            int length = bytes.getInt(at);
            if (length < 0 || length > file.length - at - PNG_CHUNK_FRAME) {
                return Orientation.NORMAL;
            }
            if (bytes.getInt(at + 4) == PNG_EXIF) {
                return ofTiff(file, at + 8, at + 8 + length);
            }
            at += PNG_CHUNK_FRAME + length;
        }
        return Orientation.NORMAL;
    }

    /** The block itself is a TIFF file with one directory of interest. */
    private static Orientation ofTiff(byte[] file, int start, int end) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(file, start, end - start).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY_BYTES;
                boolean found = (tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT;
                if (found) {
                    return Orientation.of(tiff.getShort(entry + 8) & 0xffff);
                }
            }
            return Orientation.NORMAL;
        } catch (IndexOutOfBoundsException e) {
            // A block that is cut short or points outside of itself says nothing.
            return Orientation.NORMAL;
        }
    }
}

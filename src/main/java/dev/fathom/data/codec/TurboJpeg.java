package dev.fathom.data.codec;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;

/**
 * libjpeg-turbo, in the build that Leptonica's Java binding brings. Whole pictures have the bits of the JDK's decoder;
 * reduced ones are made by a smaller inverse transform of each block, which averages and takes less time.
 * Safe from several threads.
 *
 * @param reduces whether pictures are decoded to a part of their size where that is enough
 */
public record TurboJpeg(boolean reduces) {
    private static final int WITHOUT_PALETTE = 0;
    private static final int GRAY_BITS = 8;
    private static final int COLOUR_BITS = 32;

    /** Loads the library; nothing if there is none for this machine. */
    static Optional<TurboJpeg> load() {
        try {
            // Refused files are read again by a decoder that says why; nobody would see these messages.
            leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
            return Optional.of(new TurboJpeg(true));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * Decodes a file: whole, or if this one reduces to a half, a quarter or an eighth of its size where that is whole
     * pixels and not below {@code least}.
     *
     * @return nothing if the file is of an unusual kind, damaged, cut short or has more than {@code maxPixels}
     */
    public Optional<ScaledPicture> decode(byte[] file, ImageSize least, long maxPixels) {
        return JpegFrame.of(file)
                .filter(frame -> (long) frame.width() * frame.height() <= maxPixels)
                .flatMap(frame -> decode(file, frame, reduces ? frame.reduction(least) : 1));
    }

    private static Optional<ScaledPicture> decode(byte[] file, JpegFrame frame, int reduction) {
        int[] warnings = new int[1];
        PIX pix = leptonica.pixReadMemJpeg(file, file.length, WITHOUT_PALETTE, reduction, warnings, 0);
        if (pix == null) {
            return Optional.empty();
        }
        try {
            boolean good = warnings[0] == 0 && size(pix).equals(frame.reduced(reduction));
            return good ? pixels(pix).map(image -> new ScaledPicture(image, frame.size())) : Optional.empty();
        } finally {
            leptonica.pixDestroy(pix);
        }
    }

    private static ImageSize size(PIX pix) {
        return new ImageSize(leptonica.pixGetHeight(pix), leptonica.pixGetWidth(pix));
    }

    private static Optional<RgbImage> pixels(PIX pix) {
        int width = leptonica.pixGetWidth(pix);
        int height = leptonica.pixGetHeight(pix);
        int depth = leptonica.pixGetDepth(pix);
        if (depth != GRAY_BITS && depth != COLOUR_BITS) {
            return Optional.empty();
        }
        int rowWords = leptonica.pixGetWpl(pix);
        int[] words = new int[rowWords * height];
        IntPointer data = leptonica.pixGetData(pix);
        data.get(words, 0, words.length);
        byte[] rgb = depth == COLOUR_BITS ? fromWords(words) : fromGray(words, rowWords, width, height);
        return Optional.of(new RgbImage(width, height, rgb));
    }

    /** A word a pixel: red, green and blue from the highest byte on. */
    private static byte[] fromWords(int[] words) {
        byte[] rgb = new byte[words.length * 3];
        int to = 0;
        for (int word : words) {
            rgb[to] = (byte) (word >> 24);
            rgb[to + 1] = (byte) (word >> 16);
            rgb[to + 2] = (byte) (word >> 8);
            to += 3;
        }
        return rgb;
    }

    /** Four pixels a word from the highest byte on; rows begin with new words. */
    private static byte[] fromGray(int[] words, int rowWords, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        int to = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, to += 3) {
                byte gray = (byte) (words[y * rowWords + (x >> 2)] >> 24 - 8 * (x & 3));
                rgb[to] = gray;
                rgb[to + 1] = gray;
                rgb[to + 2] = gray;
            }
        }
        return rgb;
    }
}

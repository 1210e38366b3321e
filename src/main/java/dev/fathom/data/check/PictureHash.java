package dev.fathom.data.check;

import dev.fathom.core.RgbImage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What tells equal pictures, and nearly equal ones.
 *
 * @param content first half of the SHA-256 of size and pixels
 * @param content2 second part of it
 * @param across for 8x8 places of the picture, whether it gets brighter to the right
 * @param down the same downwards
 */
record PictureHash(long content, long content2, long across, long down) {
    private static final int CELLS = 8;

    /** Pictures are nearly equal if at most so many of the 128 comparisons differ. */
    private static final int NEAR_BITS = 5;

    static PictureHash of(RgbImage image) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(image));
        int[][] gray = means(image);
        long across = 0;
        long down = 0;
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                across = across << 1 | (gray[y][x] < gray[y][x + 1] ? 1 : 0);
                down = down << 1 | (gray[y][x] < gray[y + 1][x] ? 1 : 0);
            }
        }
        return new PictureHash(digest.getLong(), digest.getLong(), across, down);
    }

    boolean sameContent(PictureHash other) {
        return content == other.content && content2 == other.content2;
    }

    boolean isNear(PictureHash other) {
        return Long.bitCount(across ^ other.across) + Long.bitCount(down ^ other.down) <= NEAR_BITS;
    }

    /** Whether there is enough in the picture to be known by. */
    boolean isTelling() {
        int bits = Long.bitCount(across) + Long.bitCount(down);
        return bits > 2 * NEAR_BITS && bits < 128 - 2 * NEAR_BITS;
    }

    /** One of eight parts of the comparisons; of nearly equal pictures at least one part is equal. */
    int part(int number) {
        long half = number < 4 ? across : down;
        return (int) (half >>> 16 * (number % 4)) & 0xffff;
    }

    private static byte[] sha256(RgbImage image) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(8)
                    .putInt(image.width())
                    .putInt(image.height())
                    .array());
            return digest.digest(image.rgb());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Mean of green, which stands for the brightness, over a grid of 9x9 cells, times 16. */
    private static int[][] means(RgbImage image) {
        int side = CELLS + 1;
        int[][] means = new int[side][side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                means[y][x] = mean(image, x, y, side);
            }
        }
        return means;
    }

    private static int mean(RgbImage image, int cellX, int cellY, int side) {
        int left = cellX * image.width() / side;
        int right = Math.max(left + 1, (cellX + 1) * image.width() / side);
        int top = cellY * image.height() / side;
        int bottom = Math.max(top + 1, (cellY + 1) * image.height() / side);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += image.rgb()[(y * image.width() + x) * 3 + 1] & 0xff;
            }
        }
        return (int) (sum * 16 / ((long) (right - left) * (bottom - top)));
    }
}

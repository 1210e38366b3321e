package dev.fathom.data;

import dev.fathom.core.ImageSize;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the first bytes of a PNG or JPEG file say.
 *
 * @param bits of each channel
 * @param channels 1 for gray, palettes too, up to 4
 */
public record ImageHeader(Kind kind, ImageSize size, int bits, int channels) {
    /** By content, whatever the name says. */
    public enum Kind {
        PNG,
        JPEG
    }

    private static final long PNG_SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int JPEG_START = 0xffd8;
    private static final int PNG_LENGTH_AND_NAME = 8;

    /** Of a file, or nothing if it is no such image, is cut short in its header or cannot be read. */
    public static Optional<ImageHeader> of(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 12))) {
            in.mark(Long.BYTES);
            if (in.readLong() == PNG_SIGNATURE) {
                return Optional.of(png(in));
            }
            in.reset();
            return in.readUnsignedShort() == JPEG_START ? jpeg(in) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this is an image of 16-bit gray, as depth has it and pictures never. */
    public boolean isDepthLike() {
        return bits == 16 && channels == 1;
    }

    private static ImageHeader png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_LENGTH_AND_NAME);
        int width = in.readInt();
        int height = in.readInt();
        int bits = in.readUnsignedByte();
        int channels =
                switch (in.readUnsignedByte()) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        return new ImageHeader(Kind.PNG, new ImageSize(height, width), bits, channels);
    }

    /** Goes from segment to segment up to the one that describes the frame. */
    private static Optional<ImageHeader> jpeg(DataInputStream in) throws IOException {
        while (true) {
            int marker = in.readUnsignedByte();
            if (marker != 0xff) {
                throw new EOFException("no segment");
            }
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            if (isFrame(marker)) {
                int bits = in.readUnsignedByte();
                int height = in.readUnsignedShort();
                int width = in.readUnsignedShort();
                return Optional.of(
                        new ImageHeader(Kind.JPEG, new ImageSize(height, width), bits, in.readUnsignedByte()));
            }
            in.skipNBytes(length - Short.BYTES);
        }
    }

    /** C4, C8 and CC among the frame markers are tables and extensions. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}

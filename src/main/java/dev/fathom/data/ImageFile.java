package dev.fathom.data;

import dev.fathom.core.UserException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The bytes of a PNG or JPEG file, told apart by their content and never by the name. The size in the header is
 * checked before any pixel memory is allocated; a file cut short is refused instead of being filled with grey.
 */
final class ImageFile {
    /** What an image file may be. */
    enum Format {
        PNG,
        JPEG
    }

    private static final long MAX_BYTES = 256L << 20;
    private static final long MAX_PIXELS = 64L << 20;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int PNG_HEADER_BYTES = 33;

    private final Path path;
    private final byte[] bytes;
    private final Format format;

    private ImageFile(Path path, byte[] bytes, Format format) {
        this.path = path;
        this.bytes = bytes;
        this.format = format;
    }

    /** @throws UserException if the file is missing, unreadable, empty, too large, or neither PNG nor JPEG */
    static ImageFile open(Path path) {
        byte[] bytes = readAll(path);
        if (startsWith(bytes, PNG_SIGNATURE)) {
            return new ImageFile(path, bytes, Format.PNG);
        }
        if (startsWith(bytes, JPEG_SIGNATURE)) {
            return new ImageFile(path, bytes, Format.JPEG);
        }
        throw new UserException(path + " is neither a PNG nor a JPEG image", "Convert it to PNG or JPEG, or remove it");
    }

    private static byte[] readAll(Path path) {
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new UserException(path + " is empty", "Copy the file again from its source, or remove it");
            }
            if (size > MAX_BYTES) {
                throw new UserException(
                        path + " has " + (size >> 20) + " MiB, more than the " + (MAX_BYTES >> 20)
                                + " MiB an image may",
                        "Remove it, or save a smaller image");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new UserException(path + " does not exist", "Check the path", e);
        } catch (IOException e) {
            throw new UserException(
                    path + " cannot be read: " + e.getMessage(), "Check the disk and the file's permissions", e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    Format format() {
        return format;
    }

    Path path() {
        return path;
    }

    /** Bits a sample, as the PNG header says: 1, 2, 4, 8 or 16. */
    int pngBitDepth() {
        return pngHeaderByte(24);
    }

    /** The PNG colour type: 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha. */
    int pngColorType() {
        return pngHeaderByte(25);
    }

    private int pngHeaderByte(int offset) {
        if (bytes.length < PNG_HEADER_BYTES) {
            throw truncated(null);
        }
        return bytes[offset] & 0xff;
    }

    /** @throws UserException if the image is too large, damaged, cut short, or of a kind that cannot be decoded */
    BufferedImage decode() {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            requireReasonableSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            // The JPEG decoder fills what is missing with grey and only warns about it.
            if (warnings.stream().anyMatch(w -> w.contains("EOI") || w.contains("Premature"))) {
                throw truncated(null);
            }
            if (format == Format.JPEG && image.getRaster().getNumBands() > 3) {
                throw fourInks(null);
            }
            return image;
        } catch (IOException e) {
            throw undecodable(e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // What ImageIO throws for headers that contradict themselves.
            throw undecodable(e);
        } finally {
            reader.dispose();
        }
    }

    private void requireReasonableSize(long width, long height) {
        if (width <= 0 || height <= 0 || width * height > MAX_PIXELS) {
            throw new UserException(
                    path + " says it has " + width + "x" + height + " pixels; at most " + MAX_PIXELS + " are read",
                    "Check that the file is not damaged, or save a smaller image");
        }
    }

    private UserException undecodable(Exception cause) {
        String reason = String.valueOf(cause.getMessage());
        if (format == Format.JPEG && reason.startsWith("Unsupported Image Type")) {
            return fourInks(cause);
        }
        return truncated(cause);
    }

    private UserException fourInks(Throwable cause) {
        return new UserException(
                path + " is a JPEG that is neither gray nor RGB (probably CMYK)", "Convert it to RGB", cause);
    }

    private UserException truncated(Throwable cause) {
        return new UserException(
                path + " is damaged or cut short", "Copy the file again from its source, or remove it", cause);
    }
}

package dev.fathom.data;

import dev.fathom.core.UserException;
import dev.fathom.data.file.FileBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int PNG_HEADER_BYTES = 33;

    private final FileBytes file;
    private final Format format;

    private ImageFile(FileBytes file, Format format) {
        this.file = file;
        this.format = format;
    }

    /** @throws UserException if the file is missing, unreadable, empty, too large, or neither PNG nor JPEG */
    static ImageFile open(Path path) {
        FileBytes file = FileBytes.read(path);
        if (file.startsWith(PNG_SIGNATURE)) {
            return new ImageFile(file, Format.PNG);
        }
        if (file.startsWith(JPEG_SIGNATURE)) {
            return new ImageFile(file, Format.JPEG);
        }
        throw new UserException(path + " is neither a PNG nor a JPEG image", "Convert it to PNG or JPEG, or remove it");
    }

    Format format() {
        return format;
    }

    /** The whole file; read only. */
    byte[] bytes() {
        return file.bytes();
    }

    Path path() {
        return file.path();
    }

    /** How the camera was held. */
    Orientation orientation() {
        return format == Format.PNG ? Exif.ofPng(file.bytes()) : Exif.ofJpeg(file.bytes());
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
        if (file.bytes().length < PNG_HEADER_BYTES) {
            throw file.damaged(null);
        }
        return file.bytes()[offset] & 0xff;
    }

    /** @throws UserException if the image is too large, damaged, cut short, or of a kind that cannot be decoded */
    BufferedImage decode() {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            reader.setInput(in, true, true);
            file.requirePixels(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            // The JPEG decoder fills what is missing with grey and only warns about it.
            if (warnings.stream().anyMatch(w -> w.contains("EOI") || w.contains("Premature"))) {
                throw file.damaged(null);
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

    private UserException undecodable(Exception cause) {
        String reason = String.valueOf(cause.getMessage());
        if (format == Format.JPEG && reason.startsWith("Unsupported Image Type")) {
            return fourInks(cause);
        }
        return file.damaged(cause);
    }

    private UserException fourInks(Throwable cause) {
        return new UserException(
                file.path() + " is a JPEG that is neither gray nor RGB (probably CMYK)", "Convert it to RGB", cause);
    }
}

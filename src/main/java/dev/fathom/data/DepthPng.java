package dev.fathom.data;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import dev.fathom.data.codec.Decoders;
import dev.fathom.data.file.FileBytes;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Depth as 16-bit gray PNG files, the form of the Mobile AI, NYU, KITTI and TUM sets. They differ in the scale: 1000
 * units per metre (millimetres), 256 for KITTI, 5000 for TUM. 0 and 65535 are invalid.
 */
public final class DepthPng {
    /** Millimetres. */
    public static final double MILLIMETRES = 1000;

    private static final double SMALLEST = 0;
    private static final int BITS = 16;
    private static final int COARSE_BITS = 8;
    private static final int GRAY = 0;

    private DepthPng() {}

    /**
     * Reads depth in metres.
     *
     * @throws UserException if the file is missing, damaged, or not a 16-bit gray PNG
     */
    public static DepthMap read(Path path, double unitsPerMetre) {
        return readRaster(path, unitsPerMetre).toDepthMap();
    }

    /**
     * Reads depth as stored.
     *
     * @throws UserException as {@link #read}
     */
    public static DepthRaster readRaster(Path path, double unitsPerMetre) {
        return readRaster(path, unitsPerMetre, Decoders.JDK);
    }

    /**
     * The same, decoded fast.
     *
     * @param decoders that may be used
     */
    static DepthRaster readRaster(Path path, double unitsPerMetre, Decoders decoders) {
        ImageFile file = ImageFile.open(path);
        requireDepthForm(file, BITS);
        return GrayPng16.decode(file.bytes(), unitsPerMetre, FileBytes.MAX_PIXELS, decoders.deflate())
                .orElseGet(() -> decodeSlowly(file, unitsPerMetre));
    }

    private static DepthRaster decodeSlowly(ImageFile file, double unitsPerMetre) {
        BufferedImage image = file.decode();
        short[] raw = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        return new DepthRaster(image.getWidth(), image.getHeight(), raw, unitsPerMetre);
    }

    /**
     * Reads depth of 8 bits.
     *
     * @throws UserException if the file is missing, damaged, or not an 8-bit gray PNG
     */
    static DepthRaster readCoarse(Path path, double unitsPerMetre) {
        ImageFile file = ImageFile.open(path);
        requireDepthForm(file, COARSE_BITS);
        BufferedImage image = file.decode();
        byte[] levels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        short[] raw = new short[levels.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) (levels[i] & 0xff);
        }
        return new DepthRaster(image.getWidth(), image.getHeight(), raw, unitsPerMetre);
    }

    private static void requireDepthForm(ImageFile file, int bits) {
        if (file.format() != ImageFile.Format.PNG) {
            throw new UserException(
                    file.path() + " is a JPEG, which cannot hold depth", "Save the depth as a 16-bit gray PNG");
        }
        if (file.pngColorType() != GRAY) {
            throw new UserException(
                    file.path() + " is a colour image, probably a rendering of the depth and not the depth itself",
                    "Save the depth as a 16-bit gray PNG");
        }
        if (file.pngBitDepth() != bits) {
            throw new UserException(
                    file.path() + " has " + file.pngBitDepth() + " bits a pixel; depth needs " + bits,
                    "Save the depth as a 16-bit gray PNG whose values are metres times the depth scale");
        }
    }

    /** Writes depth; see {@link DepthRaster#of} for the rounding. */
    public static void write(Path path, DepthMap depth, double unitsPerMetre) throws IOException {
        write(path, DepthRaster.of(depth, unitsPerMetre));
    }

    /** Writes the samples as they are. */
    public static void write(Path path, DepthRaster depth) throws IOException {
        BufferedImage image = new BufferedImage(depth.width(), depth.height(), BufferedImage.TYPE_USHORT_GRAY);
        short[] samples = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(depth.raw(), 0, samples, 0, samples.length);
        AtomicFiles.write(path, out -> RgbFile.encode("png", image, SMALLEST, out));
    }
}

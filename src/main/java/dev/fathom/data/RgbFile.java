package dev.fathom.data;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.codec.Decoders;
import dev.fathom.data.codec.ScaledPicture;
import dev.fathom.data.file.FileBytes;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Colour pictures as PNG or JPEG files.
 *
 * <p>Reading gives the stored samples: gray is repeated to three channels, alpha is dropped, 16-bit samples keep their
 * high byte. {@link #read} does not apply the EXIF orientation; {@link Sample#readPicture} says where it counts in a data
 * set.
 */
public final class RgbFile {
    private static final double PREVIEW_COMPRESSION = 0.5;

    private RgbFile() {}

    /**
     * Reads a PNG or JPEG file, whatever its name ends in.
     *
     * @throws UserException if the file is missing, empty, cut short, too large or not such an image
     */
    public static RgbImage read(Path path) {
        return decoded(ImageFile.open(path));
    }

    /**
     * Reads a picture as it is to be looked at, turned and mirrored as its EXIF orientation says.
     *
     * @throws UserException as {@link #read}
     */
    public static RgbImage readUpright(Path path) {
        return readStored(path).upright();
    }

    /** Whether its EXIF orientation says that it is to be turned or mirrored. */
    static boolean isNoted(Path path) {
        return ImageFile.open(path).orientation() != Orientation.NORMAL;
    }

    /** Reads a picture as stored, together with its EXIF orientation. */
    static StoredPicture readStored(Path path) {
        ImageFile file = ImageFile.open(path);
        return new StoredPicture(decoded(file), file.orientation());
    }

    /**
     * Reads a picture that is to be made smaller. A baseline JPEG is decoded to a half, a quarter or an eighth of its
     * size if that is whole and not below {@code least}, when there is a decoder that can; all else is as in
     * {@link #readStored(Path)}. A picture that is to be turned keeps its size.
     *
     * @throws UserException as {@link #read}
     */
    static StoredPicture readStored(Path path, ImageSize least, Decoders decoders) {
        ImageFile file = ImageFile.open(path);
        Orientation orientation = file.orientation();
        return orientation == Orientation.NORMAL
                ? StoredPicture.plain(scaled(file, least, decoders))
                : new StoredPicture(scaled(file, least, decoders.exact()).image(), orientation);
    }

    private static ScaledPicture scaled(ImageFile file, ImageSize least, Decoders decoders) {
        return decoders.jpeg()
                .filter(turbo -> file.format() == ImageFile.Format.JPEG)
                .flatMap(turbo -> turbo.decode(file.bytes(), least, FileBytes.MAX_PIXELS))
                .orElseGet(() -> ScaledPicture.unscaled(decoded(file)));
    }

    private static RgbImage decoded(ImageFile file) {
        BufferedImage image = file.decode();
        byte[] rgb = image.getType() == BufferedImage.TYPE_3BYTE_BGR ? fromBgr(image) : fromSamples(image);
        return new RgbImage(image.getWidth(), image.getHeight(), rgb);
    }

    private static byte[] fromBgr(BufferedImage image) {
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] rgb = new byte[bgr.length];
        for (int i = 0; i < bgr.length; i += 3) {
            rgb[i] = bgr[i + 2];
            rgb[i + 1] = bgr[i + 1];
            rgb[i + 2] = bgr[i];
        }
        return rgb;
    }

    private static byte[] fromSamples(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel) {
            return fromPalette(image);
        }
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        boolean gray = bands < 3;
        byte[] rgb = new byte[width * image.getHeight() * 3];
        int[] row = new int[width * bands];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int from = 0; from < row.length; from += bands) {
                for (int channel = 0; channel < 3; channel++) {
                    rgb[to++] = (byte) (row[from + (gray ? 0 : channel)] >> shift);
                }
            }
        }
        return rgb;
    }

    private static byte[] fromPalette(BufferedImage image) {
        int width = image.getWidth();
        byte[] rgb = new byte[width * image.getHeight() * 3];
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                rgb[to++] = (byte) (argb >> 16);
                rgb[to++] = (byte) (argb >> 8);
                rgb[to++] = (byte) argb;
            }
        }
        return rgb;
    }

    /** Writes an 8-bit RGB PNG. */
    public static void writePng(Path path, RgbImage image) throws IOException {
        BufferedImage buffered = toBuffered(image);
        AtomicFiles.write(path, out -> encode("png", buffered, PREVIEW_COMPRESSION, out));
    }

    /** An 8-bit RGB PNG in memory. */
    public static byte[] png(RgbImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            encode("png", toBuffered(image), PREVIEW_COMPRESSION, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * Writes a baseline JPEG with 4:2:0 chroma.
     *
     * @param quality 0 (smallest) to 1 (best)
     */
    public static void writeJpeg(Path path, RgbImage image, double quality) throws IOException {
        BufferedImage buffered = toBuffered(image);
        AtomicFiles.write(path, out -> encode("jpeg", buffered, quality, out));
    }

    private static BufferedImage toBuffered(RgbImage image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) buffered.getRaster().getDataBuffer()).getData();
        byte[] rgb = image.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            bgr[i] = rgb[i + 2];
            bgr[i + 1] = rgb[i + 1];
            bgr[i + 2] = rgb[i];
        }
        return buffered;
    }

    /** Encodes with the JDK's writer of that format; for PNG a lower quality means a smaller file that takes longer. */
    static void encode(String format, BufferedImage image, double quality, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(target);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}

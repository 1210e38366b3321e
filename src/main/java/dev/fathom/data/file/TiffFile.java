package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * TIFF files of one channel: 8 and 16-bit whole numbers without sign, 32 and 64-bit floats, in strips or tiles, plain
 * or compressed without loss, either byte order; the first page. The JDK's decoder is right for these. It takes 16-bit
 * floats for whole numbers and has no 16-bit predictor and no BigTIFF, so they are refused.
 */
public final class TiffFile {
    private static final String REMEDY =
            "Save one value a pixel, 16-bit whole numbers or 32-bit floats, as a plain TIFF without a predictor";

    private TiffFile() {}

    /** Whether a file's content begins as these files do, BigTIFF included. */
    public static boolean is(FileBytes file) {
        return file.startsWith((byte) 'I', (byte) 'I', (byte) 42, (byte) 0)
                || file.startsWith((byte) 'M', (byte) 'M', (byte) 0, (byte) 42)
                || isBig(file);
    }

    private static boolean isBig(FileBytes file) {
        return file.startsWith((byte) 'I', (byte) 'I', (byte) 43, (byte) 0)
                || file.startsWith((byte) 'M', (byte) 'M', (byte) 0, (byte) 43);
    }

    /** @throws UserException if the file is missing, damaged, no TIFF file or not one number a pixel */
    public static Plane read(Path path) {
        return decode(FileBytes.read(path));
    }

    /** @throws UserException as {@link #read} */
    public static Plane decode(FileBytes file) {
        if (!is(file)) {
            throw new UserException(file.path() + " is not a TIFF file", REMEDY + ", or remove the file");
        }
        if (isBig(file)) {
            throw new UserException(file.path() + " is a BigTIFF, which is not read", REMEDY);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            reader.setInput(in, true, false);
            file.requirePixels(reader.getWidth(0), reader.getHeight(0));
            SampleType type = type(file, TIFFDirectory.createFromMetadata(reader.getImageMetadata(0)));
            return plane(reader.read(0).getRaster(), type);
        } catch (UserException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // ImageIO answers headers that contradict themselves with whatever it stumbles on.
            throw file.damaged(e);
        } finally {
            reader.dispose();
        }
    }

    private static SampleType type(FileBytes file, TIFFDirectory tags) {
        int channels = number(tags, BaselineTIFFTagSet.TAG_SAMPLES_PER_PIXEL, 1);
        int bits = number(tags, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE, 1);
        int format =
                number(tags, BaselineTIFFTagSet.TAG_SAMPLE_FORMAT, BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER);
        if (channels != 1 || tags.containsTIFFField(BaselineTIFFTagSet.TAG_COLOR_MAP)) {
            throw new UserException(
                    file.path() + " is a colour image, probably a rendering of the depth and not the depth itself",
                    REMEDY);
        }
        if (number(tags, BaselineTIFFTagSet.TAG_PREDICTOR, 1) != 1 && bits != Byte.SIZE) {
            throw new UserException(file.path() + " is compressed with a predictor, which is not read", REMEDY);
        }
        if (format == BaselineTIFFTagSet.SAMPLE_FORMAT_FLOATING_POINT && bits >= Float.SIZE) {
            return SampleType.FLOAT;
        }
        if (format == BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER && bits == Short.SIZE) {
            return SampleType.UINT16;
        }
        if (format == BaselineTIFFTagSet.SAMPLE_FORMAT_UNSIGNED_INTEGER && bits == Byte.SIZE) {
            return SampleType.UINT8;
        }
        throw new UserException(
                file.path() + " has " + bits + "-bit numbers of TIFF's sample format " + format
                        + ", which are not read",
                REMEDY);
    }

    private static int number(TIFFDirectory tags, int tag, int absent) {
        TIFFField field = tags.getTIFFField(tag);
        return field == null ? absent : field.getAsInt(0);
    }

    private static Plane plane(Raster raster, SampleType type) {
        float[] values = new float[raster.getWidth() * raster.getHeight()];
        raster.getPixels(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), values);
        return new Plane(raster.getWidth(), raster.getHeight(), values, type);
    }
}

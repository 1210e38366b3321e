package dev.fathom.data.file;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Portable float maps of one channel ({@code Pf}): 32-bit floats, last row first. The sign of the header's scale is the
 * byte order; its size is ignored, as Middlebury's and MiDaS's readers do, because the writers disagree on whether the
 * values are to be multiplied or divided by it.
 */
public final class PfmFile {
    private static final String REMEDY = "Save the depth as a PFM file of one channel (Pf)";

    private PfmFile() {}

    /** Whether a file's content begins as these files do, colour included. */
    public static boolean is(FileBytes file) {
        return isGray(file) || isColour(file);
    }

    private static boolean isGray(FileBytes file) {
        return file.startsWith((byte) 'P', (byte) 'f');
    }

    private static boolean isColour(FileBytes file) {
        return file.startsWith((byte) 'P', (byte) 'F');
    }

    /** @throws UserException if the file is missing, damaged, no PFM file or one of colours */
    public static Plane read(Path path) {
        return decode(FileBytes.read(path));
    }

    /** @throws UserException as {@link #read} */
    public static Plane decode(FileBytes file) {
        if (isColour(file)) {
            throw new UserException(file.path() + " has three colours a pixel, which is not depth", REMEDY);
        }
        if (!isGray(file)) {
            throw new UserException(file.path() + " is not a PFM file", REMEDY + ", or remove the file");
        }
        TextHeader header = new TextHeader(file, 2);
        int width = header.number();
        int height = header.number();
        ByteOrder order = order(file, header.word());
        file.requirePixels(width, height);
        long needed = (long) width * height * Float.BYTES;
        int start = firstPixel(file, header.position(), needed);
        file.requireBytes(start, needed);
        return new Plane(width, height, values(file, start, width, height, order), SampleType.FLOAT);
    }

    private static ByteOrder order(FileBytes file, String scale) {
        try {
            return Double.parseDouble(scale) < 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        } catch (NumberFormatException e) {
            throw file.damaged(e);
        }
    }

    /** Behind one white space, or behind two where a writer on Windows ended the line with both of its characters. */
    private static int firstPixel(FileBytes file, int afterScale, long needed) {
        boolean twoCharacters = file.bytes().length - afterScale == needed + 2 && file.bytes()[afterScale] == '\r';
        return afterScale + (twoCharacters ? 2 : 1);
    }

    private static float[] values(FileBytes file, int start, int width, int height, ByteOrder order) {
        ByteBuffer rows = ByteBuffer.wrap(file.bytes()).position(start).order(order);
        float[] values = new float[width * height];
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = rows.getFloat();
            }
        }
        return values;
    }

    /** Writes metres in little-endian order with scale -1; pixels that are not valid become 0. */
    public static void write(Path path, DepthMap depth) throws IOException {
        String header = "Pf\n" + depth.width() + " " + depth.height() + "\n-1.0\n";
        AtomicFiles.write(path, out -> {
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            for (int y = depth.height() - 1; y >= 0; y--) {
                out.write(LittleFloats.row(depth, y));
            }
        });
    }
}

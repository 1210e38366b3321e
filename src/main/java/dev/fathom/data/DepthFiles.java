package dev.fathom.data;

import dev.fathom.core.UserException;
import dev.fathom.data.codec.Decoders;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.file.PfmFile;
import dev.fathom.data.file.PgmFile;
import dev.fathom.data.file.Plane;
import dev.fathom.data.file.SampleType;
import dev.fathom.data.file.TiffFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Files that hold one depth map each, told apart by their ending. */
public final class DepthFiles {
    private static final String PNG = "png";
    private static final Map<String, Function<Path, Plane>> PLANES = Map.of(
            "npy", NpyFile::read,
            "pfm", PfmFile::read,
            "pgm", PgmFile::read,
            "tif", TiffFile::read,
            "tiff", TiffFile::read);
    private static final Set<String> ENDINGS = endings(PLANES.keySet());

    private DepthFiles() {}

    private static Set<String> endings(Set<String> planes) {
        Set<String> all = new TreeSet<>(planes);
        all.add(PNG);
        return all;
    }

    /** Endings of the files that can be read, in lower case without the dot. */
    public static Set<String> endings() {
        return ENDINGS;
    }

    /**
     * Units per metre of a file of which nobody says: 1 for floats, which are metres wherever depth is saved as floats,
     * 1000 for whole numbers.
     *
     * @throws UserException as {@link #read}
     */
    public static double usualScale(Path file) {
        Function<Path, Plane> decoder = PLANES.get(ending(file.getFileName().toString()));
        boolean floats = decoder != null && decoder.apply(file).type() == SampleType.FLOAT;
        return floats ? 1 : DepthPng.MILLIMETRES;
    }

    /**
     * Reads a file.
     *
     * @param unitsPerMetre units of the stored values per metre
     * @throws UserException if the file is missing, damaged, or of no kind that can be read
     */
    public static StoredDepth read(Path file, double unitsPerMetre) {
        return read(file, unitsPerMetre, Decoders.JDK);
    }

    /**
     * The same, decoded fast.
     *
     * @param decoders that may be used
     */
    static StoredDepth read(Path file, double unitsPerMetre, Decoders decoders) {
        String ending = ending(file.getFileName().toString());
        if (ending.equals(PNG)) {
            return DepthPng.readRaster(file, unitsPerMetre, decoders);
        }
        Function<Path, Plane> decoder = PLANES.get(ending);
        if (decoder == null) {
            throw new UserException(
                    file + " is not of a kind that holds depth",
                    "Save the depth as one of " + String.join(", ", endings()));
        }
        return stored(file, decoder.apply(file), unitsPerMetre);
    }

    private static StoredDepth stored(Path file, Plane plane, double unitsPerMetre) {
        return switch (plane.type()) {
            case UINT8 ->
                throw new UserException(
                        file + " has 8 bits a pixel; depth needs 16",
                        "Save the depth as whole numbers of 16 bits or as floats");
            case UINT16 -> raster(plane, unitsPerMetre);
            case INTEGER, FLOAT -> metres(plane, unitsPerMetre);
        };
    }

    private static DepthRaster raster(Plane plane, double unitsPerMetre) {
        short[] raw = new short[plane.values().length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) plane.values()[i];
        }
        return new DepthRaster(plane.width(), plane.height(), raw, unitsPerMetre);
    }

    /** Of whole numbers with a sign or of more than 16 bits, or of floats. */
    private static FloatDepth metres(Plane plane, double unitsPerMetre) {
        float[] metres = new float[plane.values().length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) (plane.values()[i] / unitsPerMetre);
        }
        return new FloatDepth(plane.width(), plane.height(), metres);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

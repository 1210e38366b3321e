package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.file.FileBytes;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.file.PfmFile;
import dev.fathom.data.file.Plane;
import dev.fathom.data.file.SampleType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A depth map that some software has predicted: NumPy array, PFM or 16-bit gray PNG, told apart by content. */
public final class PredictionFile {
    /** Endings of such files, the ones of more precision first. */
    static final List<String> ENDINGS = List.of("npy", "pfm", "png");

    private PredictionFile() {}

    /**
     * Reads metres; what is not a finite number above zero is invalid, but kept as it is.
     *
     * @param perMetre units a metre; if nobody says, 1000 for whole numbers and 1 for others
     * @param inverse whether the numbers are inverse depth
     * @throws dev.fathom.core.UserException if the file is missing, damaged or of another kind
     */
    public static DepthMap read(Path file, Optional<Double> perMetre, boolean inverse) {
        Plane plane = plane(file);
        double usual = inverse || plane.type() == SampleType.FLOAT ? 1 : DepthPng.MILLIMETRES;
        DepthUnit unit = new DepthUnit(perMetre.orElse(usual), inverse);
        float[] metres = new float[plane.values().length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = unit.metres(plane.values()[i]);
        }
        return DepthMap.ofPositive(plane.width(), plane.height(), metres);
    }

    private static Plane plane(Path file) {
        FileBytes bytes = FileBytes.read(file);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        // A damaged file is known by its name alone.
        if (NpyFile.is(bytes) || name.endsWith(".npy")) {
            return NpyFile.decode(bytes);
        }
        if (PfmFile.is(bytes) || name.endsWith(".pfm")) {
            return PfmFile.decode(bytes);
        }
        DepthRaster raster = DepthPng.readRaster(file, 1);
        float[] values = new float[raster.raw().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = raster.raw()[i] & 0xffff;
        }
        return new Plane(raster.width(), raster.height(), values, SampleType.UINT16);
    }
}

package dev.fathom.data.format;

import dev.fathom.core.FileNames;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FloatDepth;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.file.Plane;
import java.nio.file.Path;

/**
 * Depth of DIODE: metres in {@code NAME_depth.npy}, and {@code NAME_depth_mask.npy} that is above 0 where they mean
 * something. Source: diode-devkit, diode.py.
 *
 * @param name of the depth file
 * @param unitsPerMetre 1, unless the user says otherwise
 */
record DiodeDepth(Path folder, String name, double unitsPerMetre) implements DepthSource {
    @Override
    public Path file() {
        return FileNames.in(folder, name);
    }

    /** The mask's name for a depth file's. */
    static String mask(String depth) {
        return depth.substring(0, depth.length() - ".npy".length()) + "_mask.npy";
    }

    @Override
    public FloatDepth read() {
        Plane depth = NpyFile.read(file());
        Plane mask = NpyFile.read(folder.resolve(mask(name)));
        if (mask.width() != depth.width() || mask.height() != depth.height()) {
            throw new UserException(
                    folder.resolve(mask(name)) + " has " + mask.width() + "x" + mask.height() + " pixels, its depth "
                            + depth.width() + "x" + depth.height(),
                    "Copy both files again from their source, or remove them");
        }
        float[] metres = new float[depth.values().length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = mask.values()[i] > 0 ? (float) (depth.values()[i] / unitsPerMetre) : Float.NaN;
        }
        return new FloatDepth(depth.width(), depth.height(), metres);
    }
}

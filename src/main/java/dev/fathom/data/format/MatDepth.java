package dev.fathom.data.format;

import dev.fathom.data.DepthSource;
import dev.fathom.data.FloatDepth;
import dev.fathom.data.file.Hdf5File;
import dev.fathom.data.file.Plane;
import java.nio.file.Path;

/**
 * A map in an array of the labelled NYU file, in metres, which in HDF5's order are numbers by picture, column and row.
 *
 * @param index from 0
 * @param unitsPerMetre 1, unless the user says otherwise
 */
record MatDepth(Path file, String array, int index, double unitsPerMetre) implements DepthSource {
    @Override
    public String key() {
        return array + "/" + index;
    }

    @Override
    public FloatDepth read() {
        try (Hdf5File mat = Hdf5File.open(file)) {
            Plane depth = mat.slice(array, index).transposed();
            float[] metres = new float[depth.values().length];
            for (int i = 0; i < metres.length; i++) {
                metres[i] = (float) (depth.values()[i] / unitsPerMetre);
            }
            return new FloatDepth(depth.width(), depth.height(), metres);
        }
    }
}

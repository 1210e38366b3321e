package dev.fathom.data.format;

import dev.fathom.core.FileNames;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FloatDepth;
import dev.fathom.data.file.Hdf5File;
import dev.fathom.data.file.Plane;
import java.nio.file.Path;

/**
 * Depth of Hypersim: HDF5 files of metres along the ray of each pixel, not a number where there is nothing, brought to
 * depth along the camera's axis.
 *
 * @param unitsPerMetre 1, unless the user says otherwise
 */
record RayDepth(Path folder, String name, RayMatrix camera, double unitsPerMetre) implements DepthSource {
    @Override
    public Path file() {
        return FileNames.in(folder, name);
    }

    @Override
    public FloatDepth read() {
        try (Hdf5File file = Hdf5File.open(file())) {
            Plane rays = file.plane("dataset");
            float[] metres = new float[rays.values().length];
            for (int i = 0; i < metres.length; i++) {
                double share = camera.depthPerRay(i % rays.width(), i / rays.width(), rays.width(), rays.height());
                metres[i] = (float) (rays.values()[i] * share / unitsPerMetre);
            }
            return new FloatDepth(rays.width(), rays.height(), metres);
        }
    }
}

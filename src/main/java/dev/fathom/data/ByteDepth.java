package dev.fathom.data;

import dev.fathom.core.FileNames;
import java.nio.file.Path;

/**
 * Depth as an 8-bit gray PNG, coarse as it is: only for data sets that are published so, such as the training files of
 * DenseDepth. 0 is invalid.
 *
 * @param unitsPerMetre of 255 levels
 */
public record ByteDepth(Path folder, String name, double unitsPerMetre) implements DepthSource {
    @Override
    public Path file() {
        return FileNames.in(folder, name);
    }

    @Override
    public StoredDepth read() {
        return DepthPng.readCoarse(file(), unitsPerMetre);
    }
}

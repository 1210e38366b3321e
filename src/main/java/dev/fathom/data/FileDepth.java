package dev.fathom.data;

import dev.fathom.core.FileNames;
import dev.fathom.data.codec.Decoders;
import java.nio.file.Path;

/**
 * A file with one depth map, of any kind that {@link DepthFiles} reads.
 *
 * @param folder shared by the sources of a data set
 * @param name path of the file in the folder
 * @param unitsPerMetre how many units of the stored values make a metre, 1000 for millimetres
 */
public record FileDepth(Path folder, String name, double unitsPerMetre) implements DepthSource {
    /** Of a file by itself. */
    public static FileDepth of(Path file, double unitsPerMetre) {
        return new FileDepth(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), unitsPerMetre);
    }

    @Override
    public Path file() {
        return FileNames.in(folder, name);
    }

    @Override
    public StoredDepth read() {
        return DepthFiles.read(file(), unitsPerMetre);
    }

    @Override
    public StoredDepth read(Decoders decoders) {
        return DepthFiles.read(file(), unitsPerMetre, decoders);
    }
}

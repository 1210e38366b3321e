package dev.fathom.data;

import dev.fathom.core.FileNames;
import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.data.codec.Decoders;
import java.nio.file.Path;

/**
 * A PNG or JPEG file.
 *
 * @param folder shared by the sources of a data set, which is what keeps 100,000 of them small
 * @param name path of the file in the folder
 */
public record FilePicture(Path folder, String name) implements PictureSource {
    /** Of a file by itself. */
    public static FilePicture of(Path file) {
        return new FilePicture(
                file.toAbsolutePath().getParent(), file.getFileName().toString());
    }

    @Override
    public Path file() {
        return FileNames.in(folder, name);
    }

    @Override
    public RgbImage read() {
        return RgbFile.read(file());
    }

    @Override
    public boolean isNoted() {
        return RgbFile.isNoted(file());
    }

    @Override
    public StoredPicture readStored() {
        return RgbFile.readStored(file());
    }

    @Override
    public StoredPicture readStored(ImageSize least, Decoders decoders) {
        return RgbFile.readStored(file(), least, decoders);
    }
}

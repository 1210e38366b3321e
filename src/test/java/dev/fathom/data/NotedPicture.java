package dev.fathom.data;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pictures with an EXIF orientation. */
public final class NotedPicture {
    private NotedPicture() {}

    /** @param rows letters, one for each gray pixel, rows apart by slashes */
    public static Path write(Path png, String rows, int orientation) throws IOException {
        byte[] picture = RgbFile.png(OrientationTest.letters(rows));
        byte[] note = OrientationTest.tiff(orientation, ByteOrder.LITTLE_ENDIAN);
        return Files.write(png, OrientationTest.withChunk(picture, note));
    }
}

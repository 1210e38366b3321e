package dev.fathom.data;

import java.nio.file.Path;

/**
 * Where pixels come from and how they are decoded. A source is a record without pixels: equal records decode to equal
 * pixels as long as the file is the same, and {@code toString} tells different ones apart, which is what caches key on.
 * Reading is safe from several threads.
 */
public sealed interface PixelSource permits PictureSource, DepthSource {
    /** The file that holds them; the first one to blame if there are several. */
    Path file();

    /** What of a file that holds many samples, for example {@code depths/17}; empty for a file of one. */
    default String key() {
        return "";
    }

    /** File and key, for people. */
    default String place() {
        return key().isEmpty() ? file().toString() : file() + " [" + key() + "]";
    }
}

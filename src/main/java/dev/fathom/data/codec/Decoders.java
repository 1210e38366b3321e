package dev.fathom.data.codec;

import java.util.Optional;

/**
 * The native decoders that reading may use; where one is missing, the JDK's is used.
 *
 * @param jpeg for pictures
 * @param deflate for depth in PNG files
 */
public record Decoders(Optional<TurboJpeg> jpeg, Optional<LibDeflate> deflate) {
    /** The JDK's alone. */
    public static final Decoders JDK = new Decoders(Optional.empty(), Optional.empty());

    /** Those of this machine; loads native code, which only workers should. */
    public static Decoders fastest() {
        return Found.DECODERS;
    }

    /** Loaded when it is first asked for. */
    private static final class Found {
        static final Decoders DECODERS = new Decoders(TurboJpeg.load(), LibDeflate.load());
    }

    /** What decodes, for people. */
    @Override
    public String toString() {
        String pictures = jpeg.isPresent() ? "libjpeg-turbo" : "the JDK's JPEG decoder";
        String depth = deflate.isPresent() ? "libdeflate" : "zlib";
        return pictures + " and " + depth;
    }
}

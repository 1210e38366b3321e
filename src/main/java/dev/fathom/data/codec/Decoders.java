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

    /** The same without reducing pictures: all pixels have the bits that the JDK's decoders give. */
    public Decoders exact() {
        return new Decoders(jpeg.map(turbo -> new TurboJpeg(false)), deflate);
    }

    /** Whether pictures may be decoded to a part of their size. */
    public boolean reduce() {
        return jpeg.filter(TurboJpeg::reduces).isPresent();
    }

    /** What decodes, for people. */
    @Override
    public String toString() {
        String pictures = jpeg.map(turbo -> turbo.reduces() ? "libjpeg-turbo" : "libjpeg-turbo (exact pictures)")
                .orElse("the JDK's JPEG decoder");
        String depth = deflate.isPresent() ? "libdeflate" : "zlib";
        return pictures + " and " + depth;
    }
}

package dev.fathom.device.payload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The TFLite library with XNNPACK for 64-bit Linux, as its own jar carries it; it needs nothing but the C and C++ libraries. */
public final class TfliteLibrary {
    private static final String NAME = "libjnitensorflowlite.so";

    private TfliteLibrary() {}

    /**
     * The library for a machine.
     *
     * @param architecture as {@code uname -m} says
     * @return empty if this Fathom does not carry one
     */
    public static Optional<Payload> of(String architecture) throws IOException {
        String platform =
                switch (architecture) {
                    case "aarch64", "arm64" -> "linux-arm64";
                    case "x86_64", "amd64" -> "linux-x86_64";
                    default -> "none";
                };
        String resource = "/org/bytedeco/tensorflowlite/" + platform + "/" + NAME;
        if (TfliteLibrary.class.getResource(resource) == null) {
            return Optional.empty();
        }
        return Optional.of(Payload.of(NAME, () -> open(resource)));
    }

    private static InputStream open(String resource) {
        return TfliteLibrary.class.getResourceAsStream(resource);
    }
}

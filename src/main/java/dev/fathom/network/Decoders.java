package dev.fathom.network;

import dev.fathom.core.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** The decoders that Fathom knows by name. */
public final class Decoders {
    private static final List<Decoder> ALL = List.of(
            LightHead.PUBLISHED,
            LightHead.POINTWISE,
            LightHead.MIXED,
            LightHead.DENSE,
            LightHead.FIVE_LEVELS,
            NnConv5.NEAREST,
            NnConv5.BILINEAR,
            new XianDecoder(),
            new MffDecoder());

    private Decoders() {}

    /** All of them, by family. */
    public static List<Decoder> all() {
        return ALL;
    }

    /** @throws UserException if there is none of that name */
    public static Decoder named(String name) {
        return ALL.stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no decoder called \"" + name + "\"",
                        "Use one of " + ALL.stream().map(Decoder::name).collect(Collectors.joining(", "))));
    }
}

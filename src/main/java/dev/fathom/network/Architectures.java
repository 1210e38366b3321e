package dev.fathom.network;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** The networks that Fathom knows by name, and those composed of an encoder and a decoder. */
public final class Architectures {
    private Architectures() {}

    /** Those with names. */
    public static List<Architecture> all() {
        return NamedModels.ALL;
    }

    /**
     * A network by name or as {@code ENCODER+DECODER}, either with the inner size behind it, as in {@code
     * resnet18+light@128x160}.
     *
     * @throws UserException if there is no such network, encoder or decoder
     */
    public static Architecture named(String name) {
        int at = name.indexOf('@');
        String network = at < 0 ? name : name.substring(0, at);
        Architecture found = network.contains("+") ? composed(network) : listed(network);
        if (at < 0) {
            return found;
        }
        InnerSize size = new InnerSize.Fixed(size(name.substring(at + 1)));
        return new Composition(name, found.description(), found.encoder(), found.decoder(), size);
    }

    private static Architecture composed(String name) {
        int plus = name.indexOf('+');
        Encoder encoder = Encoders.named(name.substring(0, plus));
        Decoder decoder = Decoders.named(name.substring(plus + 1));
        return new Composition(name, encoder.name() + " with " + decoder.name(), encoder, decoder, InnerSize.USUAL);
    }

    private static Architecture listed(String name) {
        return NamedModels.ALL.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no network called \"" + name + "\"",
                        "Use one of "
                                + NamedModels.ALL.stream()
                                        .map(Architecture::name)
                                        .collect(Collectors.joining(", "))
                                + ", or compose one as ENCODER+DECODER@HxW; \"fathom models\" lists the parts"));
    }

    private static ImageSize size(String text) {
        try {
            return ImageSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "\"" + text + "\" is not an inner size",
                    "Write height x width in pixels behind the @, for example @128x160",
                    e);
        }
    }
}

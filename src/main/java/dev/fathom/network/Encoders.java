package dev.fathom.network;

import dev.fathom.core.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** The encoders that Fathom knows, by the name of the reference library where there is one. */
public final class Encoders {
    private static final List<Encoder> ALL = List.of(
            new MobileNetV1(),
            new MobileNetV2(),
            MobileNetV3.small(),
            new MobileNetV3SmallMinimal(),
            new ThinResNet(),
            MobileNetV3.large(),
            EfficientNet.b0(),
            EfficientNet.b7(),
            ResNet.resnet18(),
            ResNet.resnet34(),
            ResNet.resnet50(),
            ResNet.resnet101(),
            ResNeSt.fifty(),
            ResNeSt.hundredOne(),
            SwinTransformer.tiny(0),
            SwinTransformer.base(0),
            SwinTransformer.large(0));

    private Encoders() {}

    /** All of them, by family. */
    public static List<Encoder> all() {
        return ALL;
    }

    /** @throws UserException if there is none of that name */
    public static Encoder named(String name) {
        return ALL.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no encoder called \"" + name + "\"",
                        "Use one of " + ALL.stream().map(Encoder::name).collect(Collectors.joining(", "))));
    }
}

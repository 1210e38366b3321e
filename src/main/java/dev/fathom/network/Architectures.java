package dev.fathom.network;

import dev.fathom.core.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** The networks that Fathom knows by name. */
public final class Architectures {
    private static final List<Architecture> ALL = List.of(
            new LightDepthNetwork(
                    "litedepth",
                    "LiteDepth's student (Li et al. 2022): MobileNetV3-small-minimal with the light head, for a phone or a Pi",
                    new MobileNetV3SmallMinimal(),
                    "backbone.timm_model.",
                    new LightHead(72, 24, 8)),
            new LightDepthNetwork(
                    "resnet18-light",
                    "A teacher that a CPU can train: ResNet-18 with the same kind of light head",
                    new ResNet18(),
                    "backbone.",
                    new LightHead(256, 64, 16)));

    private Architectures() {}

    /** All of them, smallest first. */
    public static List<Architecture> all() {
        return ALL;
    }

    /** @throws UserException if there is none of that name */
    public static Architecture named(String name) {
        return ALL.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no network called \"" + name + "\"",
                        "Use one of " + ALL.stream().map(Architecture::name).collect(Collectors.joining(", "))));
    }
}

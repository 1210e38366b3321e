package dev.fathom.engine.pretrained;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of the encoder itself: torchvision's MobileNets, EfficientNets and ResNets, timm's ResNets, {@code
 * resnest101e} and {@code tf_mobilenetv3_small_minimal_100}, the official ResNeSt and Swin, FastDepth's {@code
 * MobileNetSkipAdd}, and what Fathom writes.
 */
final class SameNames implements NameMap {
    @Override
    public String library() {
        return "the encoder's own";
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        return names.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}

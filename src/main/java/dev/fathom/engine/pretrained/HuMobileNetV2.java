package dev.fathom.engine.pretrained;

import java.util.Map;
import java.util.Set;

/** The published student of Hu et al.: {@code E.mv2.K} where torchvision has {@code features.K}. */
final class HuMobileNetV2 implements NameMap {
    private static final RenamedParts NAMES = RenamedParts.of("^mv2\\.", "features.");

    @Override
    public String library() {
        return "Hu's MobileNetV2";
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        return NAMES.all(names);
    }
}

package dev.fathom.engine.pretrained;

import java.util.Map;
import java.util.Set;

/**
 * FastDepth's ImageNet checkpoint: {@code model.I.J}, where its depth network has {@code convI.J} (dwofk/fast-depth,
 * imagenet/mobilenet.py and models.py).
 */
final class FastDepthMobileNet implements NameMap {
    private static final RenamedParts NAMES = RenamedParts.of("^model\\.(\\d+)\\.", "conv$1.");

    @Override
    public String library() {
        return "FastDepth's ImageNet MobileNet";
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        return NAMES.all(names);
    }
}

package dev.fathom.engine.pretrained;

import java.util.Map;
import java.util.Set;

/**
 * timm's Swin from version 0.9 on, as on its hub: a merging is the first part of the layer after it, {@code
 * layers.1.downsample} where the official code has {@code layers.0.downsample} (timm/models/swin_transformer.py,
 * checkpoint_filter_fn). Older files have the official names.
 */
final class TimmSwin implements NameMap {
    private static final RenamedParts NAMES = RenamedParts.of(
            "^layers\\.1\\.downsample\\.", "layers.0.downsample.",
            "^layers\\.2\\.downsample\\.", "layers.1.downsample.",
            "^layers\\.3\\.downsample\\.", "layers.2.downsample.");

    @Override
    public String library() {
        return "timm's Swin";
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        return NAMES.all(names);
    }
}

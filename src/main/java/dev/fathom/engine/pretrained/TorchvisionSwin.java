package dev.fathom.engine.pretrained;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * torchvision's Swin: one list {@code features} in which stages (1, 3, 5, 7) and mergings (2, 4, 6) take turns, where
 * the official code has {@code layers.L.blocks} and {@code layers.L.downsample} (torchvision/models/
 * swin_transformer.py, 0.14). The mergings gather their four places in the same order.
 */
final class TorchvisionSwin implements NameMap {
    private static final Pattern STAGE = Pattern.compile("features\\.([1357])\\.(\\d+\\..*)");
    private static final Pattern MERGING = Pattern.compile("features\\.([246])\\.(.*)");
    private static final RenamedParts PATCHES =
            RenamedParts.of("^features\\.0\\.0\\.", "patch_embed.proj.", "^features\\.0\\.2\\.", "patch_embed.norm.");

    @Override
    public String library() {
        return "torchvision's Swin";
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        Map<String, String> renamed = new LinkedHashMap<>(PATCHES.all(names));
        for (String name : names) {
            Matcher stage = STAGE.matcher(name);
            Matcher merging = MERGING.matcher(name);
            if (stage.matches()) {
                String block = stage.group(2).replace(".mlp.0.", ".mlp.fc1.").replace(".mlp.3.", ".mlp.fc2.");
                renamed.put(name, "layers." + Integer.parseInt(stage.group(1)) / 2 + ".blocks." + block);
            } else if (merging.matches()) {
                int layer = Integer.parseInt(merging.group(1)) / 2 - 1;
                renamed.put(name, "layers." + layer + ".downsample." + merging.group(2));
            }
        }
        return renamed;
    }
}

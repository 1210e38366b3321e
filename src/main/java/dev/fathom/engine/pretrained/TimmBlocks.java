package dev.fathom.engine.pretrained;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * timm's MobileNets and EfficientNets, which have {@code conv_stem}, {@code blocks.STAGE.BLOCK} and {@code conv_head}
 * for all of them (timm/models/_efficientnet_blocks.py), brought to the names of the encoder's library.
 */
record TimmBlocks(Target target) implements NameMap {
    private static final Pattern BLOCK = Pattern.compile("blocks\\.(\\d+)\\.(\\d+)\\.(.+)");

    /** The encoder's library and how it names a block. */
    enum Target {
        /** FastDepth: {@code convK}, convolutions and norms numbered with the activations between them. */
        MOBILENET_V1("timm's MobileNetV1", "conv0."),
        /** torchvision: {@code features.K.conv.PART}, the linear part without a level of its own. */
        MOBILENET_V2("timm's MobileNetV2", "features.0."),
        /** torchvision: {@code features.K.block.PART}. */
        MOBILENET_V3("timm's MobileNetV3", "features.0."),
        /** torchvision: {@code features.STAGE.BLOCK.block.PART}. */
        EFFICIENTNET("timm's EfficientNet", "features.0.");

        private final String library;
        private final String stem;

        Target(String library, String stem) {
            this.library = library;
            this.stem = stem;
        }
    }

    @Override
    public String library() {
        return target.library;
    }

    @Override
    public Map<String, String> encoderNames(Set<String> names) {
        TreeMap<Integer, TreeMap<Integer, TimmBlock>> stages = stages(names);
        Map<String, String> renamed = new LinkedHashMap<>();
        int last = stages.values().stream().mapToInt(Map::size).sum() + 1;
        int head = target == Target.EFFICIENTNET ? stages.size() + 1 : last;
        Map<String, String> ends = Map.of(
                "conv_stem.", target.stem + "0.",
                "bn1.", target.stem + "1.",
                "conv_head.", "features." + head + ".0.",
                "bn2.", "features." + head + ".1.");
        for (String name : names) {
            ends.forEach((from, to) -> {
                if (name.startsWith(from)) {
                    renamed.put(name, to + name.substring(from.length()));
                }
            });
        }
        int number = 1;
        for (Map.Entry<Integer, TreeMap<Integer, TimmBlock>> stage : stages.entrySet()) {
            for (Map.Entry<Integer, TimmBlock> block : stage.getValue().entrySet()) {
                String timm = "blocks." + stage.getKey() + "." + block.getKey() + ".";
                String place = (stage.getKey() + 1) + "." + block.getKey();
                rename(block.getValue(), timm, number++, place, renamed);
            }
        }
        return renamed;
    }

    private static TreeMap<Integer, TreeMap<Integer, TimmBlock>> stages(Set<String> names) {
        TreeMap<Integer, TreeMap<Integer, TimmBlock>> stages = new TreeMap<>();
        for (String name : names) {
            Matcher m = BLOCK.matcher(name);
            if (m.matches()) {
                stages.computeIfAbsent(Integer.valueOf(m.group(1)), s -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(m.group(2)), b -> new TimmBlock())
                        .add(m.group(3));
            }
        }
        return stages;
    }

    /**
     * @param number of the block in the whole network, from 1
     * @param place stage from 1 and block from 0
     */
    private void rename(TimmBlock block, String timm, int number, String place, Map<String, String> out) {
        for (String name : block.names()) {
            String renamed =
                    switch (target) {
                        case MOBILENET_V1 -> "conv" + number + "." + block.flat(name);
                        case MOBILENET_V2 -> "features." + number + ".conv." + block.linearUnnested(name);
                        case MOBILENET_V3 -> "features." + number + "." + block.nested(name);
                        case EFFICIENTNET -> "features." + place + "." + block.nested(name);
                    };
            out.put(timm + name, renamed);
        }
    }
}

package dev.fathom.network;

import dev.fathom.graph.Activation;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.DropPath;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.PatchMerge;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.WindowAttention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Swin Transformer without classifier, in its detection and segmentation form: a layer norm after each of the four
 * stages ({@code norm0} to {@code norm3}), maps padded to whole windows, sides that no stride divides padded too.
 * State-dict names are those of the official code.
 *
 * <p>Liu et al., Swin Transformer, 2021. Parameters without and with the four norms: 27,517,818 and 27,520,698 (T),
 * 86,741,176 and 86,745,016 (B), 194,992,404 and 194,998,164 (L).
 *
 * @param width channels of the first stage; each later one has twice as many
 * @param depths blocks of the stages
 * @param heads attention heads of the stages
 * @param dropPath probability with which training drops the last block's branches; it rises linearly from 0
 */
record SwinTransformer(String name, int width, List<Integer> depths, List<Integer> heads, double dropPath)
        implements Encoder {
    private static final int PATCH = 4;
    private static final int WINDOW = 7;
    private static final int MLP_RATIO = 4;

    static SwinTransformer tiny(double dropPath) {
        return new SwinTransformer("swin_t", 96, List.of(2, 2, 6, 2), List.of(3, 6, 12, 24), dropPath);
    }

    static SwinTransformer base(double dropPath) {
        return new SwinTransformer("swin_b", 128, List.of(2, 2, 18, 2), List.of(4, 8, 16, 32), dropPath);
    }

    static SwinTransformer large(double dropPath) {
        return new SwinTransformer("swin_l", 192, List.of(2, 2, 18, 2), List.of(6, 12, 24, 48), dropPath);
    }

    @Override
    public List<Feature> features(GraphBuilder b, Tensor image) {
        List<Feature> features = new ArrayList<>();
        Tensor x = patches(b.in("patch_embed"), image);
        for (int stage = 0; stage < depths.size(); stage++) {
            if (stage > 0) {
                x = merged(b.in("layers." + (stage - 1) + ".downsample"), x);
            }
            for (int i = 0; i < depths.get(stage); i++) {
                x = block(b.in("layers." + stage + ".blocks." + i), x, stage, i);
            }
            features.add(new Feature(PATCH << stage, b.layerNorm("norm" + stage, x)));
        }
        return features;
    }

    private Tensor patches(GraphBuilder b, Tensor image) {
        Padding toWhole =
                new Padding.Explicit(0, 0, Math.floorMod(-image.height(), PATCH), Math.floorMod(-image.width(), PATCH));
        Initializer.Rule rule = Initializer.Rule.HE_FAN_OUT;
        Tensor x = b.add("proj", new Conv2d(image.channels(), width, PATCH, PATCH, toWhole, 1, true, rule), image);
        return b.layerNorm("norm", x);
    }

    private static Tensor merged(GraphBuilder b, Tensor x) {
        Tensor y = b.layerNorm("norm", b.add("merge", new PatchMerge(), x));
        return b.linear("reduction", y, 2 * x.channels(), false);
    }

    private Tensor block(GraphBuilder b, Tensor x, int stage, int index) {
        double drop = drop(stage, index);
        int shift = index % 2 == 0 ? 0 : WINDOW / 2;
        Tensor y = b.layerNorm("norm1", x);
        y = b.add("attn", new WindowAttention(x.channels(), heads.get(stage), WINDOW, shift), y);
        Tensor attended = b.add("add1", x, dropped(b, "drop_path1", y, drop));
        y = b.linear("mlp.fc1", b.layerNorm("norm2", attended), MLP_RATIO * x.channels(), true);
        y = b.activation("mlp.act", y, Activation.Kind.GELU);
        y = b.linear("mlp.fc2", y, x.channels(), true);
        return b.add("add2", attended, dropped(b, "drop_path2", y, drop));
    }

    private static Tensor dropped(GraphBuilder b, String name, Tensor branch, double probability) {
        return probability == 0 ? branch : b.add(name, new DropPath(probability), branch);
    }

    /** From 0 at the first block of all to {@code dropPath} at the last. */
    private double drop(int stage, int index) {
        int before = IntStream.range(0, stage).map(depths::get).sum();
        int last = depths.stream().mapToInt(Integer::intValue).sum() - 1;
        return dropPath * (before + index) / last;
    }
}

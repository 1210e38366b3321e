package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LiteDepth's decoder: convolutions with bias and without batch norm, bilinear upsampling with aligned corners,
 * concatenated skips, at the finest stride a last convolution and a 1x1 one, ReLU; the result is depth in metres.
 *
 * <p>A stage keeps a share of its encoder feature's channels, from stride 32 to 4: 3/4, 1/2, 1/3 and 1/4 if the coarsest
 * feature has fewer than 256 channels, else 1/2, 1/4, 1/8 and 1/16; rounded to a multiple of 4. That gives the published
 * widths (72, 24, 8 for the student, 768, 192, 48 for Swin-L) and extends them to other encoders, which the paper leaves
 * open.
 *
 * <p>The taps are the stages before their activation, as the paper's distillation takes them. State-dict names are
 * those of the official code ({@code decode_head}), also where a kernel differs.
 *
 * @param finest stride of the depth; features down to it are read
 * @param logits channels before the last 1x1 convolution
 * @param dense the coarsest stride at which convolutions are 3x3; they are 1x1 above it
 */
record LightHead(String name, String description, int finest, int logits, int dense) implements Decoder {
    /** As in the official code; what Table 3 of the paper calls mixed convolutions. */
    static final LightHead PUBLISHED =
            new LightHead("light", "LiteDepth's light head: 1x1 convolutions, one 3x3 at stride 4", 4, 24, 4);

    /** Table 3, full 1x1. */
    static final LightHead POINTWISE =
            new LightHead("light-1x1", "The light head with 1x1 convolutions only", 4, 24, 0);

    /** Table 3, mixed convolutions read otherwise: the paper does not say where deep ends and shallow begins. */
    static final LightHead MIXED =
            new LightHead("light-mixed", "The light head with 3x3 convolutions at strides 4 and 8", 4, 24, 8);

    /** Table 3, full 3x3. */
    static final LightHead DENSE =
            new LightHead("light-3x3", "The light head with 3x3 convolutions at all strides", 4, 24, 32);

    /** The official code's alternative, which also reads stride 2. */
    static final LightHead FIVE_LEVELS =
            new LightHead("light5", "The light head of five levels, with depth at stride 2", 2, 12, 2);

    private static final int COARSEST = 32;
    private static final int LARGE = 256;
    private static final int MULTIPLE = 4;

    @Override
    public List<Integer> strides() {
        return IntStream.iterate(finest, s -> s <= COARSEST, s -> 2 * s).boxed().toList();
    }

    /** mmclassification keeps timm's networks one level down. */
    @Override
    public String encoderScope(Encoder encoder) {
        return encoder instanceof MobileNetV3SmallMinimal ? "backbone.timm_model" : "backbone";
    }

    @Override
    public Tensor depth(GraphBuilder unscoped, List<Feature> features) {
        GraphBuilder b = unscoped.in("decode_head").initialized(Initializer.Rule.XAVIER_UNIFORM);
        boolean large = Feature.at(COARSEST, features).channels() >= LARGE;
        Tensor x = stage(b, "conv_list.0.conv", COARSEST, Feature.at(COARSEST, features), features, large);
        int level = 1;
        for (int stride = COARSEST / 2; stride > finest; stride /= 2) {
            Tensor fused = fused(b, level, x, Feature.at(stride, features));
            x = stage(b, "conv_list." + level + ".convA.conv", stride, fused, features, large);
            level++;
        }
        x = fused(b, level, x, Feature.at(finest, features));
        x = convolution(b, "conv_depth_3x3", finest, x, logits);
        b.tap("decoder/" + finest, x);
        x = b.relu("conv_depth_3x3.relu", x);
        x = b.conv("conv_depth_1x1", x, 1, 1, 1, Padding.uniform(0), true);
        return b.relu("conv_depth_1x1.relu", x);
    }

    private Tensor stage(GraphBuilder b, String name, int stride, Tensor x, List<Feature> features, boolean large) {
        int out = width(stride, Feature.at(stride, features).channels(), large);
        Tensor y = convolution(b, name, stride, x, out);
        b.tap("decoder/" + stride, y);
        return b.relu(name + ".relu", y);
    }

    private static int width(int stride, int channels, boolean large) {
        double share =
                switch (stride) {
                    case 32 -> large ? 1 / 2.0 : 3 / 4.0;
                    case 16 -> large ? 1 / 4.0 : 1 / 2.0;
                    case 8 -> large ? 1 / 8.0 : 1 / 3.0;
                    default -> large ? 1 / 16.0 : 1 / 4.0;
                };
        return MULTIPLE * (int) Math.max(1, Math.round(channels * share / MULTIPLE));
    }

    private Tensor convolution(GraphBuilder b, String name, int stride, Tensor x, int out) {
        int kernel = stride <= dense ? 3 : 1;
        return b.conv(name, x, out, kernel, 1, Padding.uniform(kernel / 2), true);
    }

    private static Tensor fused(GraphBuilder b, int level, Tensor x, Tensor skip) {
        String name = "conv_list." + level;
        Tensor up = b.resize(name + ".up", x, Resize.Mode.BILINEAR_ALIGN_CORNERS, skip.height(), skip.width());
        return b.concat(name + ".cat", up, skip);
    }
}

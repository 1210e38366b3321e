package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * LiteDepth's decoder: 1x1 convolutions with bias and without batch norm, bilinear upsampling with aligned corners,
 * concatenated skips, one 3x3 and one 1x1 convolution at stride 4, ReLU; the result is depth in metres.
 *
 * <p>The taps are the stages before their activation, as the paper's distillation takes them. State-dict names are
 * those of the official code ({@code decode_head}).
 *
 * @param coarsest channels at stride 32
 * @param middle channels at stride 16
 * @param fine channels at stride 8
 */
record LightHead(int coarsest, int middle, int fine) {
    /** Channels before the last 1x1 convolution. */
    private static final int LOGITS = 24;

    private static final Padding NONE = Padding.uniform(0);

    /** Appends the decoder to features of stride 4 to 32 and returns depth [1, H/4, W/4] in metres. */
    Tensor depth(GraphBuilder scoped, List<Feature> features) {
        GraphBuilder b = scoped.initialized(Initializer.Rule.XAVIER_UNIFORM);
        Map<Integer, Tensor> at = features.stream().collect(Collectors.toMap(Feature::stride, Feature::value));
        Tensor x = stage(b, "conv_list.0.conv", 32, at.get(32), coarsest);
        x = stage(b, "conv_list.1.convA.conv", 16, upsampled(b, "conv_list.1", x, at.get(16)), middle);
        x = stage(b, "conv_list.2.convA.conv", 8, upsampled(b, "conv_list.2", x, at.get(8)), fine);
        x = upsampled(b, "conv_list.3", x, at.get(4));
        x = b.conv("conv_depth_3x3", x, LOGITS, 3, 1, Padding.uniform(1), true);
        b.tap("decoder/4", x);
        x = b.relu("conv_depth_3x3.relu", x);
        x = b.conv("conv_depth_1x1", x, 1, 1, 1, NONE, true);
        return b.relu("conv_depth_1x1.relu", x);
    }

    private static Tensor stage(GraphBuilder b, String name, int stride, Tensor x, int out) {
        Tensor y = b.conv(name, x, out, 1, 1, NONE, true);
        b.tap("decoder/" + stride, y);
        return b.relu(name + ".relu", y);
    }

    private static Tensor upsampled(GraphBuilder b, String name, Tensor x, Tensor skip) {
        Tensor up = b.resize(name + ".up", x, Resize.Mode.BILINEAR_ALIGN_CORNERS, skip.height(), skip.width());
        return b.concat(name + ".cat", up, skip);
    }
}

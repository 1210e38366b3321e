package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import java.util.List;

/**
 * FastDepth's NNConv5 with additive skips, also Wang et al.'s student decoder: five stages of a depthwise 5x5 and a 1x1
 * convolution, each with batch norm and ReLU, each followed by upsampling by 2; the encoder's features of stride 8, 4
 * and 2 are added behind stages 2, 3 and 4; a last 1x1 convolution with batch norm and ReLU. 753,954 parameters on
 * MobileNetV1. The depth has the size of the encoder's input.
 *
 * <p>Sums need equal channels, so stage i gives as many as the encoder's feature at the stride that it ends at (stages 1
 * to 4: stride 16, 8, 4, 2), and stage 5 half of stage 4. On MobileNetV1 these are the published 512, 256, 128, 64 and 32; for other encoders
 * the papers leave it open.
 *
 * <p>The taps are the upsampled stages with their skips. State-dict names are those of {@code MobileNetSkipAdd}.
 *
 * <p>Wofk et al., FastDepth, 2019; Wang et al., 2021, Fig. 3a.
 *
 * @param resize nearest in FastDepth, bilinear in Wang et al.
 */
record NnConv5(String name, String description, Resize.Mode resize) implements Decoder {
    static final NnConv5 NEAREST = new NnConv5(
            "nnconv5", "FastDepth's NNConv5: separable 5x5, nearest upsampling, added skips", Resize.Mode.NEAREST);

    static final NnConv5 BILINEAR = new NnConv5(
            "nnconv5-bilinear",
            "NNConv5 with bilinear upsampling, as Wang et al. draw it (Fig. 3)",
            Resize.Mode.BILINEAR);

    private static final int STAGES = 5;
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;

    @Override
    public List<Integer> strides() {
        return List.of(2, 4, 8, 16, 32);
    }

    /** FastDepth has its encoder's stages at the top level. */
    @Override
    public String encoderScope(Encoder encoder) {
        return encoder.name().equals("mobilenet_v1") ? "" : "backbone";
    }

    @Override
    public Tensor depth(GraphBuilder unscoped, List<Feature> features) {
        GraphBuilder b = unscoped.initialized(Initializer.Rule.HE_ALL_OUT);
        Tensor x = Feature.at(32, features);
        for (int i = 1; i <= STAGES; i++) {
            int stride = 32 >> i;
            int out = stride == 1
                    ? x.channels() / 2
                    : Feature.at(stride, features).channels();
            x = stage(b, "decode_conv" + i, x, out);
            x = b.resize("decode_conv" + i + ".up", x, resize, 2 * x.height(), 2 * x.width());
            if (stride < 16 && stride > 1) {
                x = b.add("decode_conv" + i + ".skip", x, Feature.at(stride, features));
            }
            b.tap("decoder/" + stride, x);
        }
        return pointwise(b, "decode_conv6", x, 1);
    }

    private static Tensor stage(GraphBuilder b, String name, Tensor x, int out) {
        Tensor y = b.depthwise(name + ".0.0", x, 5, 1, Padding.uniform(2));
        y = b.relu(name + ".0.2", b.batchNorm(name + ".0.1", y, EPS, MOMENTUM));
        return pointwise(b, name + ".1", y, out);
    }

    private static Tensor pointwise(GraphBuilder b, String name, Tensor x, int out) {
        Tensor y = b.conv(name + ".0", x, out, 1, 1, Padding.uniform(0), false);
        return b.relu(name + ".2", b.batchNorm(name + ".1", y, EPS, MOMENTUM));
    }
}

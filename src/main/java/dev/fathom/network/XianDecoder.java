package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import java.util.List;

/**
 * Xian et al.'s decoder, also that of Wang et al.'s teachers: residual convolutions bring each feature to 256 channels,
 * feature fusion adds it to what comes from below and doubles the resolution (bilinear, aligned corners), and an
 * adaptive output module ends in depth at the size of the encoder's input. 28,618,497 parameters on encoders of 256 to
 * 2048 channels. Nothing keeps the depth positive.
 *
 * <p>The taps are the upsampled stages. State-dict names are those of the official code ({@code encoder}, {@code
 * decoder}).
 *
 * <p>Xian et al., Monocular Relative Depth Perception with Web Stereo Data Supervision, 2018; Wang et al., 2021, Fig. 3b.
 */
record XianDecoder() implements Decoder {
    private static final int COARSEST = 512;
    private static final int WIDTH = 256;
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;

    @Override
    public String name() {
        return "xian";
    }

    @Override
    public String description() {
        return "Xian et al.'s feature fusion and adaptive output, for teachers";
    }

    @Override
    public List<Integer> strides() {
        return List.of(4, 8, 16, 32);
    }

    @Override
    public String encoderScope(Encoder encoder) {
        return "encoder";
    }

    @Override
    public Tensor depth(GraphBuilder unscoped, List<Feature> features) {
        GraphBuilder b = unscoped.in("decoder").initialized(Initializer.Rule.SMALL_NORMAL);
        Tensor x = residual(b.in("conv"), Feature.at(32, features), COARSEST);
        b.tap("decoder/32", x);
        x = doubled(b, "upsample", convolution(b, "conv1", x, WIDTH));
        b.tap("decoder/16", x);
        for (int level = 2; level >= 0; level--) {
            int stride = 4 << level;
            x = fused(b.in("ffm" + level), Feature.at(stride, features), x);
            b.tap("decoder/" + stride / 2, x);
        }
        return output(b.in("outconv.adapt_conv"), x);
    }

    /**
     * The official FTB. Its branch starts with a ReLU in place, which changes what the sum reads too: the result is
     * relu(relu(x) + branch(relu(x))).
     */
    private static Tensor residual(GraphBuilder b, Tensor x, int out) {
        Tensor start = b.relu("conv_branch.0", convolution(b, "conv1", x, out));
        Tensor y = convolution(b, "conv_branch.1", start, out);
        y = b.relu("conv_branch.3", b.batchNorm("conv_branch.2", y, EPS, MOMENTUM));
        y = convolution(b, "conv_branch.4", y, out);
        return b.relu("relu", b.add("add", start, y));
    }

    /** The official FFM. */
    private static Tensor fused(GraphBuilder b, Tensor skip, Tensor below) {
        Tensor x = b.add("add", residual(b.in("ftb1"), skip, WIDTH), below);
        return doubled(b, "upsample", residual(b.in("ftb2"), x, WIDTH));
    }

    /** The official AO. */
    private static Tensor output(GraphBuilder b, Tensor x) {
        Tensor y = b.batchNorm("1", convolution(b, "0", x, WIDTH / 2), EPS, MOMENTUM);
        return doubled(b, "4", convolution(b, "3", b.relu("2", y), 1));
    }

    private static Tensor convolution(GraphBuilder b, String name, Tensor x, int out) {
        return b.conv(name, x, out, 3, 1, Padding.uniform(1), true);
    }

    private static Tensor doubled(GraphBuilder b, String name, Tensor x) {
        return b.resize(name, x, Resize.Mode.BILINEAR_ALIGN_CORNERS, 2 * x.height(), 2 * x.width());
    }
}

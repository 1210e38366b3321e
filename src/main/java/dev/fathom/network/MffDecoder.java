package dev.fathom.network;

import dev.fathom.graph.Activation;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import java.util.List;

/**
 * Hu et al.'s decoder: multi-scale feature fusion (each feature weighted by channel attention, projected by a 5x5
 * convolution to 16 channels and resized to stride 2; the four fused by another) and refinement (two 5x5 convolutions).
 * The depth has half the encoder's input, as the official code resizes it bilinearly with aligned corners to the image. With the encoder,
 * 1,673,905 parameters on MobileNetV2 and 21,918,977 on ResNet-34.
 *
 * <p>All resizing is to given sizes, so the encoder's input may be of any size, as the official 228x304 is. The taps are
 * the projections and the fusion before their activation. State-dict names are those of the official code ({@code E},
 * {@code MFF}, {@code R}), which gives no initial values; PyTorch's are used.
 *
 * <p>Hu et al., Boosting Light-Weight Depth Estimation via Knowledge Distillation, 2023.
 */
record MffDecoder() implements Decoder {
    private static final int LEVELS = 4;
    private static final int PROJECTED = 16;
    private static final int FUSED = 64;
    private static final int SQUEEZE = 16;
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;

    @Override
    public String name() {
        return "mff";
    }

    @Override
    public String description() {
        return "Hu et al.'s multi-scale feature fusion with channel attention, and refinement";
    }

    @Override
    public List<Integer> strides() {
        return List.of(4, 8, 16, 32);
    }

    @Override
    public String encoderScope(Encoder encoder) {
        return "E";
    }

    @Override
    public boolean takesAnySize() {
        return true;
    }

    @Override
    public Resize.Mode upsampling() {
        return Resize.Mode.BILINEAR_ALIGN_CORNERS;
    }

    @Override
    public Tensor depth(GraphBuilder unscoped, List<Feature> features) {
        GraphBuilder b = unscoped.initialized(Initializer.Rule.UNIFORM_FAN_IN);
        Tensor fused = fused(b.in("MFF"), features);
        GraphBuilder r = b.in("R");
        Tensor x = r.conv("conv0", fused, FUSED, 5, 1, Padding.uniform(2), false);
        x = r.relu("relu", r.batchNorm("bn0", x, EPS, MOMENTUM));
        return r.conv("conv2", x, 1, 5, 1, Padding.uniform(2), true);
    }

    private Tensor fused(GraphBuilder b, List<Feature> features) {
        Tensor[] levels = new Tensor[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            levels[i] = attended(b.in("att" + (i + 1)), Feature.at(strides().get(i), features));
        }
        int height = 2 * levels[0].height();
        int width = 2 * levels[0].width();
        for (int i = 0; i < LEVELS; i++) {
            GraphBuilder up = b.in("up" + (i + 1));
            Tensor x = up.conv("conv1", levels[i], PROJECTED, 5, 1, Padding.uniform(2), false);
            x = up.batchNorm("bn1", x, EPS, MOMENTUM);
            b.tap("decoder/" + strides().get(i), x);
            levels[i] = up.resize("up", up.relu("relu", x), Resize.Mode.BILINEAR_ALIGN_CORNERS, height, width);
        }
        Tensor x = b.conv("conv", b.concat("cat", levels), FUSED, 5, 1, Padding.uniform(2), false);
        x = b.batchNorm("bn", x, EPS, MOMENTUM);
        b.tap("decoder/2", x);
        return b.relu("relu", x);
    }

    private static Tensor attended(GraphBuilder b, Tensor x) {
        Tensor y = b.globalAveragePool("0", x);
        y = b.conv("1", y, Math.max(1, x.channels() / SQUEEZE), 1, 1, Padding.uniform(0), false);
        y = b.conv("3", b.relu("2", y), x.channels(), 1, 1, Padding.uniform(0), false);
        return b.mul("mul", x, b.activation("4", y, Activation.Kind.SIGMOID));
    }
}

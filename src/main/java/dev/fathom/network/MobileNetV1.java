package dev.fathom.network;

import static dev.fathom.graph.Activation.Kind.RELU6;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import java.util.Collections;
import java.util.List;

/**
 * MobileNet as FastDepth has it: ReLU6, images divided by 255 without mean or deviation, names {@code conv0} to
 * {@code conv13}. The features are those that its additive skips take, and the last. 3,206,976 parameters.
 *
 * <p>Howard et al., MobileNets, 2017; Wofk et al., FastDepth, 2019.
 */
final class MobileNetV1 implements Encoder {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final ConvNorm STEM = new ConvNorm(EPS, MOMENTUM);

    /** A depthwise separable convolution. */
    private record Separable(int out, int stride) {}

    private static final List<Separable> LAYERS = List.of(
            new Separable(64, 1),
            new Separable(128, 2),
            new Separable(128, 1),
            new Separable(256, 2),
            new Separable(256, 1),
            new Separable(512, 2),
            new Separable(512, 1),
            new Separable(512, 1),
            new Separable(512, 1),
            new Separable(512, 1),
            new Separable(512, 1),
            new Separable(1024, 2),
            new Separable(1024, 1));

    @Override
    public String name() {
        return "mobilenet_v1";
    }

    @Override
    public List<Float> mean() {
        return Collections.nCopies(3, 0f);
    }

    @Override
    public List<Float> std() {
        return Collections.nCopies(3, 255f);
    }

    @Override
    public List<Feature> features(GraphBuilder b, Tensor image) {
        Tensor x = STEM.dense(b.in("conv0"), image, 32, 3, 2, RELU6);
        StrideEnds ends = new StrideEnds();
        for (int i = 0; i < LAYERS.size(); i++) {
            Separable layer = LAYERS.get(i);
            ends.before(layer.stride, x);
            x = separable(b.in("conv" + (i + 1)), x, layer);
        }
        return ends.endingIn(x);
    }

    private static Tensor separable(GraphBuilder b, Tensor x, Separable layer) {
        Tensor y = b.depthwise("0", x, 3, layer.stride, Padding.uniform(1));
        y = b.activation("2", b.batchNorm("1", y, EPS, MOMENTUM), RELU6);
        y = b.conv("3", y, layer.out, 1, 1, Padding.uniform(0), false);
        return b.activation("5", b.batchNorm("4", y, EPS, MOMENTUM), RELU6);
    }
}

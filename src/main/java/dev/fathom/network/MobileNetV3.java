package dev.fathom.network;

import static dev.fathom.graph.Activation.Kind.HARD_SIGMOID;
import static dev.fathom.graph.Activation.Kind.HARD_SWISH;
import static dev.fathom.graph.Activation.Kind.RELU;

import dev.fathom.graph.Activation;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;
import java.util.List;

/**
 * torchvision's {@code mobilenet_v3_small} and {@code mobilenet_v3_large} without the last 1x1 convolution of {@code
 * features}, pooling and classifier.
 *
 * <p>Howard et al., Searching for MobileNetV3, 2019.
 *
 * @param blocks {@code features.1} and on
 */
record MobileNetV3(String name, List<InvertedResidual> blocks) implements Encoder {
    private static final ConvNorm NORM = new ConvNorm(1e-3, 0.01);
    private static final SqueezeExcitation EXCITATION = new SqueezeExcitation(RELU, HARD_SIGMOID);

    /** 870,560 parameters. */
    static MobileNetV3 small() {
        return new MobileNetV3(
                "mobilenet_v3_small",
                List.of(
                        squeezing(3, 16, 16, 2, RELU),
                        plain(72, 24, 2, RELU),
                        plain(88, 24, 1, RELU),
                        squeezing(5, 96, 40, 2, HARD_SWISH),
                        squeezing(5, 240, 40, 1, HARD_SWISH),
                        squeezing(5, 240, 40, 1, HARD_SWISH),
                        squeezing(5, 120, 48, 1, HARD_SWISH),
                        squeezing(5, 144, 48, 1, HARD_SWISH),
                        squeezing(5, 288, 96, 2, HARD_SWISH),
                        squeezing(5, 576, 96, 1, HARD_SWISH),
                        squeezing(5, 576, 96, 1, HARD_SWISH)));
    }

    /** 2,816,432 parameters. */
    static MobileNetV3 large() {
        return new MobileNetV3(
                "mobilenet_v3_large",
                List.of(
                        plain(16, 16, 1, RELU),
                        plain(64, 24, 2, RELU),
                        plain(72, 24, 1, RELU),
                        squeezing(5, 72, 40, 2, RELU),
                        squeezing(5, 120, 40, 1, RELU),
                        squeezing(5, 120, 40, 1, RELU),
                        plain(240, 80, 2, HARD_SWISH),
                        plain(200, 80, 1, HARD_SWISH),
                        plain(184, 80, 1, HARD_SWISH),
                        plain(184, 80, 1, HARD_SWISH),
                        squeezing(3, 480, 112, 1, HARD_SWISH),
                        squeezing(3, 672, 112, 1, HARD_SWISH),
                        squeezing(5, 672, 160, 2, HARD_SWISH),
                        squeezing(5, 960, 160, 1, HARD_SWISH),
                        squeezing(5, 960, 160, 1, HARD_SWISH)));
    }

    private static InvertedResidual plain(int expanded, int out, int stride, Activation.Kind activation) {
        return new InvertedResidual(3, expanded, 0, out, stride, activation);
    }

    private static InvertedResidual squeezing(
            int kernel, int expanded, int out, int stride, Activation.Kind activation) {
        int squeezed = InvertedResidual.divisibleBy8(expanded / 4.0);
        return new InvertedResidual(kernel, expanded, squeezed, out, stride, activation);
    }

    @Override
    public List<Feature> features(GraphBuilder scoped, Tensor image) {
        GraphBuilder b = scoped.in("features");
        Tensor x = NORM.dense(b.in("0"), image, 16, 3, 2, HARD_SWISH);
        StrideEnds ends = new StrideEnds();
        for (int i = 0; i < blocks.size(); i++) {
            InvertedResidual block = blocks.get(i);
            ends.before(block.stride(), x);
            x = block.append(b.in("" + (i + 1)), x, NORM, EXCITATION);
        }
        return ends.endingIn(x);
    }
}

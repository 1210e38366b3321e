package dev.fathom.network;

import static dev.fathom.graph.Activation.Kind.SIGMOID;
import static dev.fathom.graph.Activation.Kind.SWISH;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;
import java.util.List;

/**
 * torchvision's {@code efficientnet_b*} without the last 1x1 convolution of {@code features}, pooling and classifier,
 * and without stochastic depth.
 *
 * <p>Tan and Le, EfficientNet, 2019.
 *
 * @param width factor of the channels, rounded to multiples of 8
 * @param depth factor of the blocks of each stage, rounded up
 */
record EfficientNet(String name, double width, double depth, ConvNorm norm) implements Encoder {
    private static final SqueezeExcitation EXCITATION = new SqueezeExcitation(SWISH, SIGMOID);
    private static final int STEM = 32;

    /** Blocks of one width before scaling, the first with the stride. */
    private record Stage(int expansion, int kernel, int stride, int out, int blocks) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(1, 3, 1, 16, 1),
            new Stage(6, 3, 2, 24, 2),
            new Stage(6, 5, 2, 40, 2),
            new Stage(6, 3, 2, 80, 3),
            new Stage(6, 5, 1, 112, 3),
            new Stage(6, 5, 2, 192, 4),
            new Stage(6, 3, 1, 320, 1));

    /** 3,595,388 parameters. */
    static EfficientNet b0() {
        return new EfficientNet("efficientnet_b0", 1.0, 1.0, new ConvNorm(1e-5, 0.1));
    }

    /** 62,143,440 parameters. */
    static EfficientNet b7() {
        return new EfficientNet("efficientnet_b7", 2.0, 3.1, new ConvNorm(1e-3, 0.01));
    }

    @Override
    public List<Feature> features(GraphBuilder scoped, Tensor image) {
        GraphBuilder b = scoped.in("features");
        Tensor x = norm.dense(b.in("0"), image, scaled(STEM), 3, 2, SWISH);
        StrideEnds ends = new StrideEnds();
        for (int i = 0; i < STAGES.size(); i++) {
            Stage stage = STAGES.get(i);
            ends.before(stage.stride, x);
            x = stage(b.in("" + (i + 1)), x, stage);
        }
        return ends.endingIn(x);
    }

    private Tensor stage(GraphBuilder b, Tensor x, Stage stage) {
        int blocks = (int) Math.ceil(stage.blocks * depth);
        for (int i = 0; i < blocks; i++) {
            int stride = i == 0 ? stage.stride : 1;
            int expanded = x.channels() * stage.expansion;
            int squeezed = Math.max(1, x.channels() / 4);
            InvertedResidual block =
                    new InvertedResidual(stage.kernel, expanded, squeezed, scaled(stage.out), stride, SWISH);
            x = block.append(b.in("" + i), x, norm, EXCITATION);
        }
        return x;
    }

    private int scaled(int channels) {
        return InvertedResidual.divisibleBy8(channels * width);
    }
}

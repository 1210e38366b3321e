package dev.fathom.network;

import static dev.fathom.graph.Activation.Kind.RELU6;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import java.util.List;

/**
 * torchvision's {@code mobilenet_v2} up to {@code features.16}, the features that Hu et al. take: the last block to 320
 * channels and the last 1x1 convolution are left out. 1,337,792 parameters.
 *
 * <p>Sandler et al., MobileNetV2, 2018; Hu et al., Boosting Light-Weight Depth Estimation, 2021.
 */
final class MobileNetV2 implements Encoder {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final ConvNorm NORM = new ConvNorm(EPS, MOMENTUM);

    /** Inverted residuals of one width, the first with the stride. */
    private record Stage(int expansion, int out, int blocks, int stride) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(1, 16, 1, 1),
            new Stage(6, 24, 2, 2),
            new Stage(6, 32, 3, 2),
            new Stage(6, 64, 4, 2),
            new Stage(6, 96, 3, 1),
            new Stage(6, 160, 3, 2));

    @Override
    public String name() {
        return "mobilenet_v2";
    }

    @Override
    public List<Feature> features(GraphBuilder scoped, Tensor image) {
        GraphBuilder b = scoped.in("features");
        Tensor x = NORM.dense(b.in("0"), image, 32, 3, 2, RELU6);
        StrideEnds ends = new StrideEnds();
        int index = 1;
        for (Stage stage : STAGES) {
            ends.before(stage.stride, x);
            for (int i = 0; i < stage.blocks; i++) {
                x = invertedResidual(b.in(index + ".conv"), x, stage, i == 0 ? stage.stride : 1);
                index++;
            }
        }
        return ends.endingIn(x);
    }

    private static Tensor invertedResidual(GraphBuilder b, Tensor x, Stage stage, int stride) {
        Tensor y = x;
        int layer = 0;
        if (stage.expansion > 1) {
            y = NORM.dense(b.in("" + layer++), y, x.channels() * stage.expansion, 1, 1, RELU6);
        }
        y = NORM.depthwise(b.in("" + layer++), y, 3, stride, RELU6);
        y = b.conv("" + layer++, y, stage.out, 1, 1, Padding.uniform(0), false);
        y = b.batchNorm("" + layer, y, EPS, MOMENTUM);
        boolean skip = stride == 1 && x.channels() == stage.out;
        return skip ? b.add("skip", y, x) : y;
    }
}

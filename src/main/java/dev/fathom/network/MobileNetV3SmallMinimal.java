package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * timm's {@code tf_mobilenetv3_small_minimal_100} without its last 1x1 stage, the encoder of LiteDepth: 3x3 kernels
 * only, ReLU only, no squeeze-and-excitation, TensorFlow SAME padding, batch norm with eps 1e-3. 372,440 parameters.
 *
 * <p>Howard et al., Searching for MobileNetV3, 2019; Li et al., LiteDepth, 2022.
 */
final class MobileNetV3SmallMinimal implements Encoder {
    private static final Padding SAME = new Padding.Same();
    private static final double EPS = 1e-3;
    private static final double MOMENTUM = 0.1;

    /** One inverted residual: expansion and output channels, stride; the skip is there where the shape allows. */
    private record Block(int expanded, int out, int stride) {}

    private static final List<List<Block>> STAGES = List.of(
            List.of(new Block(72, 24, 2), new Block(88, 24, 1)),
            List.of(new Block(96, 40, 2), new Block(240, 40, 1), new Block(240, 40, 1)),
            List.of(new Block(120, 48, 1), new Block(144, 48, 1)),
            List.of(new Block(288, 96, 2), new Block(576, 96, 1), new Block(576, 96, 1)));

    @Override
    public String name() {
        return "tf_mobilenetv3_small_minimal_100";
    }

    @Override
    public List<Float> mean() {
        return Collections.nCopies(3, 127.5f);
    }

    @Override
    public List<Float> std() {
        return Collections.nCopies(3, 127.5f);
    }

    @Override
    public List<Feature> features(GraphBuilder b, Tensor image) {
        List<Feature> features = new ArrayList<>();
        Tensor x = b.conv("conv_stem", image, 16, 3, 2, SAME, false);
        x = b.relu("act1", b.batchNorm("bn1", x, EPS, MOMENTUM));
        features.add(new Feature(2, x));
        x = separable(b.in("blocks.0.0"), x);
        features.add(new Feature(4, x));
        x = stage(b, 1, x);
        features.add(new Feature(8, x));
        x = stage(b, 3, stage(b, 2, x));
        features.add(new Feature(16, x));
        x = stage(b, 4, x);
        features.add(new Feature(32, x));
        return features;
    }

    /** Depthwise 3x3 of stride 2 and a linear 1x1, 16 channels. */
    private static Tensor separable(GraphBuilder b, Tensor x) {
        Tensor y = b.depthwise("conv_dw", x, 3, 2, SAME);
        y = b.relu("act1", b.batchNorm("bn1", y, EPS, MOMENTUM));
        y = b.conv("conv_pw", y, 16, 1, 1, SAME, false);
        return b.batchNorm("bn2", y, EPS, MOMENTUM);
    }

    private static Tensor stage(GraphBuilder b, int index, Tensor x) {
        List<Block> blocks = STAGES.get(index - 1);
        for (int i = 0; i < blocks.size(); i++) {
            x = invertedResidual(b.in("blocks." + index + "." + i), x, blocks.get(i));
        }
        return x;
    }

    private static Tensor invertedResidual(GraphBuilder b, Tensor x, Block block) {
        Tensor y = b.conv("conv_pw", x, block.expanded, 1, 1, SAME, false);
        y = b.relu("act1", b.batchNorm("bn1", y, EPS, MOMENTUM));
        y = b.depthwise("conv_dw", y, 3, block.stride, SAME);
        y = b.relu("act2", b.batchNorm("bn2", y, EPS, MOMENTUM));
        y = b.conv("conv_pwl", y, block.out, 1, 1, SAME, false);
        y = b.batchNorm("bn3", y, EPS, MOMENTUM);
        boolean skip = block.stride == 1 && x.channels() == block.out;
        return skip ? b.add("skip", y, x) : y;
    }
}

package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Fathom's own encoder, from no paper: a residual network of plain 3x3 convolutions, thin enough for a Pi. A strided
 * convolution begins each stage, and from stride 8 on a basic block follows it. 276,832 parameters.
 *
 * <p>Its features have the channels of LiteDepth's encoder, so that decoders and distillation see no difference. A CPU
 * gets through the multiplications of dense 3x3 convolutions faster than through those of separable ones, whose many small
 * layers wait for memory: as many multiplications in a third of the layers. docs/results.md has the measurements.
 */
final class ThinResNet implements Encoder {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final int STEM = 16;

    /** At strides 4, 8, 16 and 32. */
    private static final List<Integer> CHANNELS = List.of(16, 24, 48, 96);

    /** The stage at stride 4 has no block: its maps are large. */
    private static final int FIRST_WITH_BLOCK = 2;

    @Override
    public String name() {
        return "thin_resnet";
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
        Tensor x = b.relu("stem.relu", convolution(b.in("stem"), 1, image, STEM, 2));
        features.add(new Feature(2, x));
        for (int stage = 1; stage <= CHANNELS.size(); stage++) {
            GraphBuilder scope = b.in("stage" + stage);
            x = scope.relu("relu", convolution(scope, 1, x, CHANNELS.get(stage - 1), 2));
            if (stage >= FIRST_WITH_BLOCK) {
                x = block(scope.in("block"), x);
            }
            features.add(new Feature(2 << stage, x));
        }
        return features;
    }

    private static Tensor block(GraphBuilder b, Tensor x) {
        Tensor y = b.relu("relu1", convolution(b, 1, x, x.channels(), 1));
        y = convolution(b, 2, y, x.channels(), 1);
        return b.relu("relu2", b.add("add", y, x));
    }

    private static Tensor convolution(GraphBuilder b, int index, Tensor x, int out, int stride) {
        Tensor y = b.conv("conv" + index, x, out, 3, stride, Padding.uniform(1), false);
        return b.batchNorm("bn" + index, y, EPS, MOMENTUM);
    }
}

package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * torchvision's residual networks without pooling and classifier.
 *
 * <p>He et al., Deep Residual Learning for Image Recognition, 2016. The bottleneck has its stride in the 3x3
 * convolution (torchvision's "v1.5"), not in the first 1x1 as in the paper.
 *
 * @param block of two 3x3 convolutions, or of 1x1, 3x3 and a 1x1 to four times the channels
 * @param layers blocks at strides 4, 8, 16 and 32
 */
record ResNet(String name, Block block, List<Integer> layers) implements Encoder {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final int BOTTLENECK_EXPANSION = 4;

    enum Block {
        BASIC,
        BOTTLENECK
    }

    /** 11,176,512 parameters. */
    static ResNet resnet18() {
        return new ResNet("resnet18", Block.BASIC, List.of(2, 2, 2, 2));
    }

    /** 21,284,672 parameters. */
    static ResNet resnet34() {
        return new ResNet("resnet34", Block.BASIC, List.of(3, 4, 6, 3));
    }

    /** 23,508,032 parameters. */
    static ResNet resnet50() {
        return new ResNet("resnet50", Block.BOTTLENECK, List.of(3, 4, 6, 3));
    }

    /** 42,500,160 parameters. */
    static ResNet resnet101() {
        return new ResNet("resnet101", Block.BOTTLENECK, List.of(3, 4, 23, 3));
    }

    @Override
    public List<Feature> features(GraphBuilder b, Tensor image) {
        List<Feature> features = new ArrayList<>();
        Tensor x = b.conv("conv1", image, 64, 7, 2, Padding.uniform(3), false);
        x = b.relu("relu", b.batchNorm("bn1", x, EPS, MOMENTUM));
        features.add(new Feature(2, x));
        x = b.maxPool("maxpool", x, 3, 2, Padding.uniform(1));
        for (int layer = 1; layer <= layers.size(); layer++) {
            for (int i = 0; i < layers.get(layer - 1); i++) {
                int stride = layer > 1 && i == 0 ? 2 : 1;
                x = residual(b.in("layer" + layer + "." + i), x, 32 << layer, stride);
            }
            features.add(new Feature(2 << layer, x));
        }
        return features;
    }

    private Tensor residual(GraphBuilder b, Tensor x, int width, int stride) {
        Tensor y =
                switch (block) {
                    case BASIC -> basic(b, x, width, stride);
                    case BOTTLENECK -> bottleneck(b, x, width, stride);
                };
        Tensor identity = x;
        if (stride != 1 || x.channels() != y.channels()) {
            identity = b.conv("downsample.0", x, y.channels(), 1, stride, Padding.uniform(0), false);
            identity = b.batchNorm("downsample.1", identity, EPS, MOMENTUM);
        }
        return b.relu("relu", b.add("add", y, identity));
    }

    private static Tensor basic(GraphBuilder b, Tensor x, int width, int stride) {
        Tensor y = b.relu("relu1", convolution(b, 1, x, width, 3, stride));
        return convolution(b, 2, y, width, 3, 1);
    }

    private static Tensor bottleneck(GraphBuilder b, Tensor x, int width, int stride) {
        Tensor y = b.relu("relu1", convolution(b, 1, x, width, 1, 1));
        y = b.relu("relu2", convolution(b, 2, y, width, 3, stride));
        return convolution(b, 3, y, width * BOTTLENECK_EXPANSION, 1, 1);
    }

    private static Tensor convolution(GraphBuilder b, int index, Tensor x, int out, int kernel, int stride) {
        Tensor y = b.conv("conv" + index, x, out, kernel, stride, Padding.uniform(kernel / 2), false);
        return b.batchNorm("bn" + index, y, EPS, MOMENTUM);
    }
}

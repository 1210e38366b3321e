package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * torchvision's {@code resnet18} without pooling and classifier: 11,176,512 parameters.
 *
 * <p>He et al., Deep Residual Learning for Image Recognition, 2016.
 */
final class ResNet18 implements Encoder {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final int BLOCKS_PER_LAYER = 2;

    @Override
    public String name() {
        return "resnet18";
    }

    @Override
    public List<Float> mean() {
        return List.of(123.675f, 116.28f, 103.53f);
    }

    @Override
    public List<Float> std() {
        return List.of(58.395f, 57.12f, 57.375f);
    }

    @Override
    public List<Feature> features(GraphBuilder b, Tensor image) {
        List<Feature> features = new ArrayList<>();
        Tensor x = b.conv("conv1", image, 64, 7, 2, Padding.uniform(3), false);
        x = b.relu("relu", b.batchNorm("bn1", x, EPS, MOMENTUM));
        features.add(new Feature(2, x));
        x = b.maxPool("maxpool", x, 3, 2, Padding.uniform(1));
        for (int layer = 1; layer <= 4; layer++) {
            int channels = 32 << layer;
            for (int i = 0; i < BLOCKS_PER_LAYER; i++) {
                int stride = layer > 1 && i == 0 ? 2 : 1;
                x = basicBlock(b.in("layer" + layer + "." + i), x, channels, stride);
            }
            features.add(new Feature(2 << layer, x));
        }
        return features;
    }

    private static Tensor basicBlock(GraphBuilder b, Tensor x, int channels, int stride) {
        Tensor y = b.conv("conv1", x, channels, 3, stride, Padding.uniform(1), false);
        y = b.relu("relu1", b.batchNorm("bn1", y, EPS, MOMENTUM));
        y = b.conv("conv2", y, channels, 3, 1, Padding.uniform(1), false);
        y = b.batchNorm("bn2", y, EPS, MOMENTUM);
        Tensor identity = x;
        if (stride != 1 || x.channels() != channels) {
            identity = b.conv("downsample.0", x, channels, 1, stride, Padding.uniform(0), false);
            identity = b.batchNorm("downsample.1", identity, EPS, MOMENTUM);
        }
        return b.relu("relu2", b.add("add", y, identity));
    }
}

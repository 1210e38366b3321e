package dev.fathom.network;

import dev.fathom.graph.AveragePool;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.GlobalAveragePool;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Mul;
import dev.fathom.graph.Padding;
import dev.fathom.graph.RadixSoftmax;
import dev.fathom.graph.SumGroups;
import dev.fathom.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * ResNeSt without pooling and classifier, with the official code's names: residual bottlenecks whose 3x3 convolution
 * makes two maps, of which split attention takes a weighted sum for each channel. A stem of three convolutions, average
 * pooling where the resolution falls.
 *
 * <p>Zhang et al., ResNeSt: Split-Attention Networks, 2020. 25,434,240 (50 layers) and 46,226,016 (101) parameters.
 * Training takes at least two images a batch: the attention's batch norm sees one value an image.
 *
 * @param stem channels of the first two convolutions
 * @param blocks bottlenecks of the four layers
 */
record ResNeSt(String name, int stem, List<Integer> blocks) implements Encoder {
    private static final double EPS = 1e-5;
    private static final double MOMENTUM = 0.1;
    private static final int RADIX = 2;
    private static final int REDUCTION = 4;
    private static final int LEAST_INNER = 32;

    /** Channels that leave a bottleneck, in those of its 3x3 convolution. */
    private static final int EXPANSION = 4;

    private static final Padding NONE = Padding.uniform(0);

    static ResNeSt fifty() {
        return new ResNeSt("resnest50", 32, List.of(3, 4, 6, 3));
    }

    static ResNeSt hundredOne() {
        return new ResNeSt("resnest101", 64, List.of(3, 4, 23, 3));
    }

    @Override
    public List<Feature> features(GraphBuilder b, Tensor image) {
        List<Feature> features = new ArrayList<>();
        Tensor x = stem(b, image);
        features.add(new Feature(2, x));
        x = b.maxPool("maxpool", x, 3, 2, Padding.uniform(1));
        for (int layer = 1; layer <= blocks.size(); layer++) {
            int channels = 32 << layer;
            for (int i = 0; i < blocks.get(layer - 1); i++) {
                int stride = layer > 1 && i == 0 ? 2 : 1;
                x = bottleneck(b.in("layer" + layer + "." + i), x, channels, stride);
            }
            features.add(new Feature(2 << layer, x));
        }
        return features;
    }

    private Tensor stem(GraphBuilder b, Tensor image) {
        Tensor x = conv3(b, "conv1.0", image, stem, 2);
        x = b.relu("conv1.2", norm(b, "conv1.1", x));
        x = conv3(b, "conv1.3", x, stem, 1);
        x = b.relu("conv1.5", norm(b, "conv1.4", x));
        x = conv3(b, "conv1.6", x, 2 * stem, 1);
        return b.relu("relu", norm(b, "bn1", x));
    }

    private static Tensor bottleneck(GraphBuilder b, Tensor x, int channels, int stride) {
        Tensor y = conv1(b, "conv1", x, channels, false);
        y = b.relu("relu1", norm(b, "bn1", y));
        y = splitAttention(b.in("conv2"), y, channels);
        if (stride > 1) {
            y = b.add("avd_layer", new AveragePool(3, stride, 1, false, true), y);
        }
        y = norm(b, "bn3", conv1(b, "conv3", y, EXPANSION * channels, false));
        Tensor identity = x;
        if (stride > 1 || x.channels() != EXPANSION * channels) {
            identity = stride == 1 ? x : b.add("downsample.0", new AveragePool(stride, stride, 0, true, false), x);
            identity = conv1(b, "downsample.1", identity, EXPANSION * channels, false);
            identity = norm(b, "downsample.2", identity);
        }
        return b.relu("relu3", b.add("add", y, identity));
    }

    /** Two maps, and for each channel the weights with which they are added, from the mean over both of them. */
    private static Tensor splitAttention(GraphBuilder b, Tensor x, int channels) {
        int out = RADIX * channels;
        Initializer.Rule rule = Initializer.Rule.HE_FAN_OUT;
        Tensor maps = b.add("conv", new Conv2d(x.channels(), out, 3, 1, Padding.uniform(1), RADIX, false, rule), x);
        maps = b.relu("relu0", norm(b, "bn0", maps));
        Tensor mean = b.add("gap", new GlobalAveragePool(), b.add("sum", new SumGroups(RADIX), maps));
        Tensor inner = conv1(b, "fc1", mean, Math.max(channels * RADIX / REDUCTION, LEAST_INNER), true);
        inner = b.relu("relu1", norm(b, "bn1", inner));
        Tensor shares = b.add("rsoftmax", new RadixSoftmax(RADIX), conv1(b, "fc2", inner, out, true));
        return b.add("out", new SumGroups(RADIX), b.add("weighted", new Mul(), maps, shares));
    }

    private static Tensor conv1(GraphBuilder b, String name, Tensor x, int out, boolean bias) {
        return b.conv(name, x, out, 1, 1, NONE, bias);
    }

    private static Tensor conv3(GraphBuilder b, String name, Tensor x, int out, int stride) {
        return b.conv(name, x, out, 3, stride, Padding.uniform(1), false);
    }

    private static Tensor norm(GraphBuilder b, String name, Tensor x) {
        return b.batchNorm(name, x, EPS, MOMENTUM);
    }
}

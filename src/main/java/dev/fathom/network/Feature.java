package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;

/** An encoder's feature map and how much smaller than the encoder's input it is. */
public record Feature(int stride, Tensor value) {
    private static final TensorShape ANY_INPUT = TensorShape.chw(3, 224, 224);

    /** What an encoder offers, finest first; the heights and widths are those of an input of 224x224. */
    public static List<Feature> of(Encoder encoder) {
        GraphBuilder b = new GraphBuilder(encoder.name());
        return encoder.features(b, b.input("image", ANY_INPUT));
    }

    /** @throws IllegalArgumentException if there is none of that stride */
    static Tensor at(int stride, List<Feature> features) {
        return features.stream()
                .filter(f -> f.stride == stride)
                .map(Feature::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no feature of stride " + stride));
    }
}

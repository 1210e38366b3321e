package dev.fathom.graph;

import java.util.List;

/**
 * Softmax over {@code radix} groups of channels, for each channel of a group and each place: split attention (Zhang et
 * al., ResNeSt, 2020, Eq. 2). The shape [radix * C, H, W] stays.
 */
public record RadixSoftmax(int radix) implements Op {
    @Override
    public String kind() {
        return "softmax over channel groups";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        if (radix <= 0 || x.channels() % radix != 0) {
            throw new IllegalArgumentException(kind() + ": " + x.channels() + " channels in " + radix + " groups");
        }
        return x;
    }
}

package dev.fathom.graph;

import java.util.List;

/**
 * Elementwise product of two tensors of the same shape, or of a feature map [C, H, W] and one factor a channel
 * [C, 1, 1]: a gate, as in squeeze-and-excitation (Hu et al. 2018).
 */
public record Mul() implements Op {
    @Override
    public String kind() {
        return "multiplication";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        if (inputs.size() != 2 || !fits(inputs.get(0), inputs.get(1))) {
            throw new IllegalArgumentException(
                    "multiplication takes two tensors of one shape or one factor a channel, not " + inputs);
        }
        return inputs.get(0);
    }

    private static boolean fits(TensorShape x, TensorShape factor) {
        return x.equals(factor) || TensorShape.chw(x.channels(), 1, 1).equals(factor);
    }
}

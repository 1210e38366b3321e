package dev.fathom.graph;

import java.util.List;

/** Mean of every channel over all places: [C, H, W] to [C, 1, 1]. */
public record GlobalAveragePool() implements Op {
    @Override
    public String kind() {
        return "global average pooling";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return TensorShape.chw(Op.single(this, inputs).channels(), 1, 1);
    }
}

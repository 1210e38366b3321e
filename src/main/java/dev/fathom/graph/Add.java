package dev.fathom.graph;

import java.util.List;

/** Elementwise sum of two tensors of the same shape: a residual connection or an additive skip. */
public record Add() implements Op {
    @Override
    public String kind() {
        return "addition";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        if (inputs.size() != 2 || !inputs.get(0).equals(inputs.get(1))) {
            throw new IllegalArgumentException("addition takes two tensors of one shape, not " + inputs);
        }
        return inputs.get(0);
    }
}

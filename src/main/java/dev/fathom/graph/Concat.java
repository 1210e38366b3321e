package dev.fathom.graph;

import java.util.List;

/** Joins feature maps of equal height and width along the channels, in the order given. */
public record Concat() implements Op {
    @Override
    public String kind() {
        return "concatenation";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        if (inputs.size() < 2) {
            throw new IllegalArgumentException("concatenation takes at least two tensors");
        }
        TensorShape first = inputs.get(0);
        int channels = 0;
        for (TensorShape shape : inputs) {
            if (shape.height() != first.height() || shape.width() != first.width()) {
                throw new IllegalArgumentException("concatenation of maps of different size: " + inputs);
            }
            channels += shape.channels();
        }
        return TensorShape.chw(channels, first.height(), first.width());
    }
}

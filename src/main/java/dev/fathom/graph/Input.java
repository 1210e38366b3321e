package dev.fathom.graph;

import java.util.List;

/** What is fed from outside: for depth networks the image [3, height, width], RGB 0 to 255. */
public record Input(TensorShape shape) implements Op {
    @Override
    public String kind() {
        return "input";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        if (!inputs.isEmpty()) {
            throw new IllegalArgumentException("an input has no inputs");
        }
        return shape;
    }
}

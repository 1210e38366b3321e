package dev.fathom.graph;

/** A value while a graph is being written: the node that makes it and its shape. */
public record Tensor(String node, TensorShape shape) {
    public int channels() {
        return shape.channels();
    }

    public int height() {
        return shape.height();
    }

    public int width() {
        return shape.width();
    }
}

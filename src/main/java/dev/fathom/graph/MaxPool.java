package dev.fathom.graph;

import java.util.List;

/** Maximum over a square window; padded pixels never win. */
public record MaxPool(int kernel, int stride, Padding padding) implements Op {
    @Override
    public String kind() {
        return kernel + "x" + kernel + " max pooling";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        return Window.slide(x, x.channels(), kernel, stride, padding);
    }
}

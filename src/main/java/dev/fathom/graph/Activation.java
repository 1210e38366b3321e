package dev.fathom.graph;

import java.util.List;
import java.util.Locale;

/** An elementwise non-linearity. */
public record Activation(Kind function) implements Op {
    /** Which function. */
    public enum Kind {
        /** max(x, 0). */
        RELU,
        /** min(max(x, 0), 6). */
        RELU6
    }

    @Override
    public String kind() {
        return function.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return Op.single(this, inputs);
    }
}

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
        RELU6,
        /** 1 / (1 + e^-x). */
        SIGMOID,
        /** min(max(x + 3, 0), 6) / 6 (Howard et al. 2019). */
        HARD_SIGMOID,
        /** x * min(max(x + 3, 0), 6) / 6 (Howard et al. 2019). */
        HARD_SWISH,
        /** x / (1 + e^-x), also called SiLU (Ramachandran et al. 2017). */
        SWISH,
        /** x * (1 + erf(x / sqrt 2)) / 2 (Hendrycks and Gimpel 2016), not its tanh form. */
        GELU;

        /** True if no result is below 0. */
        public boolean isNeverNegative() {
            return switch (this) {
                case RELU, RELU6, SIGMOID, HARD_SIGMOID -> true;
                case HARD_SWISH, SWISH, GELU -> false;
            };
        }
    }

    @Override
    public String kind() {
        return function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return Op.single(this, inputs);
    }
}

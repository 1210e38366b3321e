package dev.fathom.graph;

import java.util.List;

/**
 * Stochastic depth (Huang et al. 2016): in training, each image's whole map becomes 0 with the given probability p and
 * is divided by 1 - p otherwise; in evaluation nothing changes.
 */
public record DropPath(double probability) implements Op {
    public DropPath {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("stochastic depth with probability " + probability);
        }
    }

    @Override
    public String kind() {
        return "stochastic depth";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return Op.single(this, inputs);
    }

    @Override
    public boolean random() {
        return probability > 0;
    }
}

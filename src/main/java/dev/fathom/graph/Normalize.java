package dev.fathom.graph;

import java.util.List;

/** Input normalisation per channel, (x - mean) / std, in the units of the image (0 to 255). */
public record Normalize(List<Float> mean, List<Float> std) implements Op {
    public Normalize {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != std.size() || std.stream().anyMatch(s -> !(s > 0))) {
            throw new IllegalArgumentException("normalisation with mean " + mean + " and std " + std);
        }
    }

    @Override
    public String kind() {
        return "normalisation";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        if (x.channels() != mean.size()) {
            throw new IllegalArgumentException(kind() + " of " + mean.size() + " channels on " + x);
        }
        return x;
    }
}

package dev.fathom.graph;

import java.util.List;

/**
 * A tensor that belongs to an operation.
 *
 * @param suffix last part of its state-dict name, for example {@code weight}
 * @param dims shape in PyTorch's layout (convolution weights are [out, in / groups, height, width])
 * @param trainable false for batch-norm statistics, which are buffers
 * @param initializer values before training
 */
public record ParameterSpec(String suffix, List<Integer> dims, boolean trainable, Initializer initializer) {
    public ParameterSpec {
        dims = List.copyOf(dims);
    }

    /** Number of values. */
    public long elements() {
        return dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}

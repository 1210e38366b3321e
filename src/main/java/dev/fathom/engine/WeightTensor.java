package dev.fathom.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Values of one tensor outside the engine.
 *
 * @param dims shape in PyTorch's layout; empty for a scalar
 * @param values row-major; taken over, not copied: treat as read only
 */
public record WeightTensor(List<Integer> dims, float[] values) {
    public WeightTensor {
        dims = List.copyOf(dims);
        long elements = dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (elements != values.length) {
            throw new IllegalArgumentException(values.length + " values for a tensor of " + shape(dims));
        }
    }

    /** A shape as text, for messages. */
    public static String shape(List<Integer> dims) {
        return dims.stream().map(String::valueOf).collect(Collectors.joining("x", "[", "]"));
    }
}

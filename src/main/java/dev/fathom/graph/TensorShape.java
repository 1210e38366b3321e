package dev.fathom.graph;

import java.util.List;
import java.util.stream.Collectors;

/** Shape of one image's tensor, without the batch: {@code [channels, height, width]} for feature maps. */
public record TensorShape(List<Integer> dims) {
    public TensorShape {
        dims = List.copyOf(dims);
        if (dims.isEmpty() || dims.stream().anyMatch(d -> d <= 0)) {
            throw new IllegalArgumentException("shape " + dims);
        }
    }

    /** A feature map of {@code channels} planes of {@code height x width}. */
    public static TensorShape chw(int channels, int height, int width) {
        return new TensorShape(List.of(channels, height, width));
    }

    public int channels() {
        return dims.get(0);
    }

    public int height() {
        return map(1);
    }

    public int width() {
        return map(2);
    }

    private int map(int axis) {
        if (dims.size() != 3) {
            throw new IllegalStateException(this + " is not a feature map");
        }
        return dims.get(axis);
    }

    /** Number of values. */
    public long elements() {
        return dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    @Override
    public String toString() {
        return dims.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}

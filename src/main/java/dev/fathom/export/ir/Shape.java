package dev.fathom.export.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Shape of a tensor as TFLite has it: the batch comes first and feature maps are [1, height, width, channels]. */
public record Shape(List<Integer> dims) {
    public Shape {
        dims = List.copyOf(dims);
        if (dims.isEmpty() || dims.stream().anyMatch(d -> d <= 0)) {
            throw new IllegalArgumentException("shape " + dims);
        }
    }

    public static Shape of(Integer... dims) {
        return new Shape(List.of(dims));
    }

    /** The feature map of one image. */
    public static Shape map(int height, int width, int channels) {
        return of(1, height, width, channels);
    }

    public int rank() {
        return dims.size();
    }

    public int dim(int axis) {
        return dims.get(axis);
    }

    public int height() {
        return feature(1);
    }

    public int width() {
        return feature(2);
    }

    public int channels() {
        return feature(3);
    }

    private int feature(int axis) {
        if (rank() != 4) {
            throw new IllegalArgumentException(this + " is not a feature map");
        }
        return dims.get(axis);
    }

    /** Number of values. */
    public int elements() {
        return dims.stream().reduce(1, Math::multiplyExact);
    }

    public int[] toArray() {
        return dims.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return dims.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}

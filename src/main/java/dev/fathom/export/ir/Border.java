package dev.fathom.export.ir;

/** What a sliding window does at the border, as TFLite names it. */
public enum Border {
    /** Zero padding so that output = ceil(input / stride); the odd pixel goes to the bottom and right. */
    SAME,
    /** No padding: the window stays inside. */
    VALID;

    /** Output size of a window along one axis. */
    int slide(int size, int kernel, int stride) {
        if (this == VALID && kernel > size) {
            throw new IllegalArgumentException("a window of " + kernel + " does not fit into " + size);
        }
        return this == SAME ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
    }
}

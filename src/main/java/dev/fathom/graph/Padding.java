package dev.fathom.graph;

/** Zero padding around a feature map before a convolution or pooling window slides over it. */
public sealed interface Padding {

    /** Rows and columns added, in pixels. */
    record Explicit(int top, int left, int bottom, int right) implements Padding {
        public Explicit {
            if (top < 0 || left < 0 || bottom < 0 || right < 0) {
                throw new IllegalArgumentException("negative padding");
            }
        }
    }

    /**
     * TensorFlow's SAME: output = ceil(input / stride); what is missing is split evenly with the odd pixel at the
     * bottom and right. For kernel 3, stride 2 on an even size that is 0 above and 1 below, unlike PyTorch's 1 and 1.
     */
    record Same() implements Padding {}

    /** The same number of pixels on all sides. */
    static Padding uniform(int pixels) {
        return new Explicit(pixels, pixels, pixels, pixels);
    }

    /** What is added around an input of this size. */
    default Explicit resolve(int height, int width, int kernel, int stride) {
        if (this instanceof Explicit explicit) {
            return explicit;
        }
        int vertical = missing(height, kernel, stride);
        int horizontal = missing(width, kernel, stride);
        return new Explicit(vertical / 2, horizontal / 2, vertical - vertical / 2, horizontal - horizontal / 2);
    }

    private static int missing(int size, int kernel, int stride) {
        int outputs = (size + stride - 1) / stride;
        return Math.max(0, (outputs - 1) * stride + kernel - size);
    }
}

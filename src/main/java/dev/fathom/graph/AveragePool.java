package dev.fathom.graph;

import java.util.List;

/**
 * Mean over a square window, as PyTorch's {@code avg_pool2d} has it.
 *
 * @param padding zeros added on each side, in pixels, at most half a window
 * @param ceil whether a last window may hang over the bottom or right border
 * @param countPadding whether the zeros count in the mean; what hangs over never does
 */
public record AveragePool(int kernel, int stride, int padding, boolean ceil, boolean countPadding) implements Op {
    public AveragePool {
        if (kernel <= 0 || stride <= 0 || padding < 0 || 2 * padding > kernel) {
            throw new IllegalArgumentException(
                    "average pooling with kernel " + kernel + " stride " + stride + " padding " + padding);
        }
    }

    @Override
    public String kind() {
        return kernel + "x" + kernel + " average pooling";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.single(this, inputs);
        return TensorShape.chw(x.channels(), length(x.height()), length(x.width()));
    }

    private int length(int in) {
        int free = in + 2 * padding - kernel;
        if (free < 0 && !ceil) {
            throw new IllegalArgumentException(kind() + " does not fit into " + in + " pixels");
        }
        int out = Math.floorDiv(free + (ceil ? stride - 1 : 0), stride) + 1;
        boolean startsOutside = ceil && (out - 1) * stride >= in + padding;
        return startsOutside ? out - 1 : out;
    }
}

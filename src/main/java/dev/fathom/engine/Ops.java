package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;

/**
 * Differentiable arithmetic of arrays with scalars, masked reductions and resampling. The element type of the first
 * argument is kept: float32 trains, float64 serves finite differences.
 *
 * <p>DJL's own {@code mul(Number)} and its like hand autograd a pointer into Java memory that may be collected before
 * the backward pass reads it; here each scalar is a tensor that owns its memory. For the same reason an array made from
 * Java data has to stay open until the backward pass is over.
 */
public final class Ops {
    /** Only arrays of four dimensions have a channels-last form. */
    private static final int CHANNELS_LAST = 4;

    private Ops() {}

    /** A scalar tensor of the type of {@code like} that owns its memory. */
    private static NDArray scalar(NDArray like, double value) {
        try (NDArray borrowed = like.getManager().create(value)) {
            return like.getDataType() == DataType.FLOAT64
                    ? borrowed.duplicate()
                    : borrowed.toType(like.getDataType(), true);
        }
    }

    /** x * factor. */
    public static NDArray scale(NDArray x, double factor) {
        try (NDArray k = scalar(x, factor)) {
            return x.mul(k);
        }
    }

    /** x + amount. */
    public static NDArray offset(NDArray x, double amount) {
        try (NDArray k = scalar(x, amount)) {
            return x.add(k);
        }
    }

    /** max(x, floor); the gradient passes where x >= floor. */
    public static NDArray atLeast(NDArray x, double floor) {
        return x.clip(floor, Double.POSITIVE_INFINITY);
    }

    /**
     * x where the mask is true, else the constant. Put it before a logarithm or root, not after: a gradient that was
     * NaN stays NaN when it is multiplied by 0.
     *
     * @param mask boolean, of the shape of x or broadcastable to it
     */
    public static NDArray select(NDArray mask, NDArray x, double otherwise) {
        NDArray wide = mask.getShape().equals(x.getShape()) ? mask : mask.broadcast(x.getShape());
        try (NDArray k = scalar(x, otherwise)) {
            return NDArrays.where(wide, x, k);
        }
    }

    /** Mean of x over the true elements of a mask of the same shape; 0 if there are none. */
    public static NDArray maskedMean(NDArray x, NDArray mask) {
        NDArray count = atLeast(mask.toType(x.getDataType(), false).sum(), 1);
        return select(mask, x, 0).sum().div(count);
    }

    /** Copies values into an array's own memory, converting the element type; records no gradient. */
    public static void assign(NDArray target, NDArray source) {
        if (!target.getShape().equals(source.getShape())) {
            throw new IllegalArgumentException(source.getShape() + " does not fit into " + target.getShape());
        }
        try (IValue to = IValue.from((PtNDArray) target);
                IValue from = IValue.from((PtNDArray) source)) {
            Functions.SCRIPT.run("assign", to, from).close();
        }
    }

    /**
     * A contiguous view of a channels-last array: [a, b, c, d] becomes [a, c, d, b] over the same memory; other arrays
     * come back as they are. Kernels that go through memory element by element, as optimisers do, take twice as long
     * on an array that is not contiguous.
     */
    public static NDArray inMemoryOrder(NDArray x) {
        return x.getShape().dimension() == CHANNELS_LAST ? x.transpose(0, 2, 3, 1) : x;
    }

    /** Undoes {@link #inMemoryOrder}. */
    public static NDArray inLogicalOrder(NDArray x) {
        return x.getShape().dimension() == CHANNELS_LAST ? x.transpose(0, 3, 1, 2) : x;
    }

    /** Bilinear resize of [N, C, H, W] with pixel centres at half integers (align_corners=False), not antialiased. */
    public static NDArray resizeBilinear(NDArray x, int height, int width) {
        try (NDArray size = x.getManager().create(new long[] {height, width}, new Shape(2))) {
            return Functions.SCRIPT.call("bilinear", x, size);
        }
    }

    /**
     * Average of [N, C, H, W] over height x width blocks, whose edges are as even as whole pixels allow: block i of n
     * goes from floor(i * size / n) to ceil((i + 1) * size / n).
     */
    public static NDArray averageTo(NDArray x, int height, int width) {
        try (NDArray size = x.getManager().create(new long[] {height, width}, new Shape(2))) {
            return Functions.SCRIPT.call("average", x, size);
        }
    }

    /** Loaded at the first call, kept as long as the process. */
    private static final class Functions {
        private static final TorchScript SCRIPT = TorchScript.load(
                Torch.newManager(),
                """
                  def assign(self: __torch__.M, to: Tensor, source: Tensor) -> Tensor:
                    return torch.copy_(to, source, False)
                  def bilinear(self: __torch__.M, x: Tensor, size: Tensor) -> Tensor:
                    return torch.upsample_bilinear2d(x, [int(size[0]), int(size[1])], False, None, None)
                  def average(self: __torch__.M, x: Tensor, size: Tensor) -> Tensor:
                    return torch.adaptive_avg_pool2d(x, [int(size[0]), int(size[1])])
                """);
    }
}

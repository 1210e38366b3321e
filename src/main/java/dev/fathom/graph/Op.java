package dev.fathom.graph;

import java.util.List;

/**
 * One operation of a network. A closed set of records: a reader that cannot handle one says so by {@link #kind()}.
 *
 * <p>All tensors are float32; shapes leave the batch out.
 */
public sealed interface Op
        permits Activation,
                Add,
                AveragePool,
                BatchNorm,
                Concat,
                Conv2d,
                DropPath,
                GlobalAveragePool,
                Input,
                LayerNorm,
                Linear,
                MaxPool,
                Mul,
                Normalize,
                PatchMerge,
                RadixSoftmax,
                Resize,
                SumGroups,
                WindowAttention {

    /** Name of the operation for people, for example "3x3 convolution". */
    String kind();

    /**
     * Shape of the result.
     *
     * @throws IllegalArgumentException with what does not fit, if the inputs do not
     */
    TensorShape outputShape(List<TensorShape> inputs);

    /** Parameters and buffers in the order of the reference state dict. */
    default List<ParameterSpec> parameters() {
        return List.of();
    }

    /** Multiply-accumulates for one image; multiplications with weights count and attention's products. */
    default long macs(List<TensorShape> inputs) {
        return 0;
    }

    /** Whether the result in training is drawn by libtorch's random numbers. */
    default boolean random() {
        return false;
    }

    /** The only input of an operation that takes one. */
    static TensorShape single(Op op, List<TensorShape> inputs) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(op.kind() + " takes one input, not " + inputs.size());
        }
        return inputs.get(0);
    }

    /** The only input of an operation that takes one of so many channels. */
    static TensorShape singleOf(Op op, int channels, List<TensorShape> inputs) {
        TensorShape x = single(op, inputs);
        if (x.channels() != channels) {
            throw new IllegalArgumentException(op.kind() + " expects " + channels + " channels, not " + x.channels());
        }
        return x;
    }
}

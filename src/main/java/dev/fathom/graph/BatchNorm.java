package dev.fathom.graph;

import java.util.List;

/**
 * Batch normalisation over [channels, height, width] (Ioffe and Szegedy 2015).
 *
 * @param eps added to the variance
 * @param momentum share of the new batch in the running statistics, as PyTorch defines it
 */
public record BatchNorm(int channels, double eps, double momentum) implements Op {
    @Override
    public String kind() {
        return "batch normalisation";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        return Op.singleOf(this, channels, inputs);
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<Integer> dims = List.of(channels);
        return List.of(
                new ParameterSpec("weight", dims, true, Initializer.ONES),
                new ParameterSpec("bias", dims, true, Initializer.ZEROS),
                new ParameterSpec("running_mean", dims, false, Initializer.ZEROS),
                new ParameterSpec("running_var", dims, false, Initializer.ONES));
    }
}

package dev.fathom.graph;

import java.util.List;

/**
 * Layer normalisation over the channels at each place of [channels, height, width] (Ba et al. 2016).
 *
 * @param eps added to the variance
 */
public record LayerNorm(int channels, double eps) implements Op {
    @Override
    public String kind() {
        return "layer normalisation";
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
                new ParameterSpec("bias", dims, true, Initializer.ZEROS));
    }
}

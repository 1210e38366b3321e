package dev.fathom.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Square 2-D convolution (cross-correlation), weight [out, in / groups, kernel, kernel] and optional bias [out].
 *
 * @param groups 1 for a dense convolution, {@code in} for a depthwise one
 * @param rule how the weights are filled before training; the bias starts at 0
 */
public record Conv2d(
        int in, int out, int kernel, int stride, Padding padding, int groups, boolean bias, Initializer.Rule rule)
        implements Op {
    public Conv2d {
        if (in <= 0 || out <= 0 || kernel <= 0 || stride <= 0 || groups <= 0 || in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(
                    "convolution " + in + "->" + out + " kernel " + kernel + " stride " + stride + " groups " + groups);
        }
    }

    /** True if every channel is filtered on its own. */
    public boolean isDepthwise() {
        return groups > 1 && groups == in;
    }

    @Override
    public String kind() {
        return kernel + "x" + kernel + (isDepthwise() ? " depthwise" : groups > 1 ? " grouped" : "") + " convolution";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.singleOf(this, in, inputs);
        return Window.slide(x, out, kernel, stride, padding);
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        Initializer weights = rule.forConvolution(in, out, kernel, groups);
        specs.add(new ParameterSpec("weight", List.of(out, in / groups, kernel, kernel), true, weights));
        if (bias) {
            specs.add(new ParameterSpec("bias", List.of(out), true, Initializer.ZEROS));
        }
        return specs;
    }

    @Override
    public long macs(List<TensorShape> inputs) {
        return outputShape(inputs).elements() * (in / groups) * kernel * kernel;
    }
}

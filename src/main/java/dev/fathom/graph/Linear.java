package dev.fathom.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear layer on the channels at each place of [in, height, width], weight [out, in] and optional bias [out]. Its
 * weights start normal with standard deviation 0.02, as transformers' do.
 */
public record Linear(int in, int out, boolean bias) implements Op {
    /** Start of a transformer's weights. */
    static final Initializer START = new Initializer.Normal(0.02);

    public Linear {
        if (in <= 0 || out <= 0) {
            throw new IllegalArgumentException("linear layer " + in + "->" + out);
        }
    }

    @Override
    public String kind() {
        return "linear layer";
    }

    @Override
    public TensorShape outputShape(List<TensorShape> inputs) {
        TensorShape x = Op.singleOf(this, in, inputs);
        return TensorShape.chw(out, x.height(), x.width());
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        specs.add(new ParameterSpec("weight", List.of(out, in), true, START));
        if (bias) {
            specs.add(new ParameterSpec("bias", List.of(out), true, Initializer.ZEROS));
        }
        return specs;
    }

    @Override
    public long macs(List<TensorShape> inputs) {
        return outputShape(inputs).elements() * in;
    }
}

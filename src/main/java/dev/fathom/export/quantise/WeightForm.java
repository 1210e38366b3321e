package dev.fathom.export.quantise;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.WithActivation;
import java.util.ArrayList;
import java.util.List;

/** Forms of a convolution's weights and biases: a scale an output channel, symmetric about 0. */
final class WeightForm {
    private static final double STEPS = 127;
    /** Biases have 31 bits; half of that leaves room for the sum. */
    private static final double BIAS_STEPS = 1 << 30;
    /** Smaller weights would not move the result by a step however many there were. */
    private static final double NEGLIGIBLE = 1.0 / (1 << 24);

    private WeightForm() {}

    /** Weights for inputs and outputs that stay floats. */
    static Storage.Whole alone(LiteOp convolution, Constant weight) {
        return int8(convolution, weight, c -> Float.MIN_NORMAL);
    }

    /** Weights between whole numbers with the given steps. */
    static Storage.Whole between(LiteOp convolution, Constant weight, Constant bias, double in, double out) {
        return int8(convolution, weight, c -> Math.max(Math.abs(bias.at(c)) / in / BIAS_STEPS, out / in * NEGLIGIBLE));
    }

    /** A bias in the steps of what the convolution accumulates. */
    static Storage.Whole bias(Storage.Whole weight, double in) {
        List<Float> scales = weight.scales().stream().map(s -> (float) (s * in)).toList();
        return new Storage.Whole(Storage.Whole.Type.INT32, scales, 0, 0);
    }

    private interface Floor {
        double at(int channel);
    }

    private static Storage.Whole int8(LiteOp convolution, Constant weight, Floor floor) {
        int axis = convolution instanceof WithActivation.DepthwiseConv2d ? 3 : 0;
        double[] most = largest(weight, axis);
        List<Float> scales = new ArrayList<>();
        for (int c = 0; c < most.length; c++) {
            scales.add((float) Math.max(most[c] / STEPS, floor.at(c)));
        }
        return new Storage.Whole(Storage.Whole.Type.INT8, scales, 0, axis);
    }

    /** Largest absolute weight of each output channel. */
    private static double[] largest(Constant weight, int axis) {
        double[] most = new double[weight.shape().dim(axis)];
        int n = weight.shape().elements();
        int each = n / most.length;
        for (int i = 0; i < n; i++) {
            int c = axis == 0 ? i / each : i % most.length;
            most[c] = Math.max(most[c], Math.abs(weight.at(i)));
        }
        return most;
    }
}

package dev.fathom.engine;

import dev.fathom.graph.Graph;
import dev.fathom.graph.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights and images by formula, so that another implementation can compute with exactly the same numbers: all
 * formulas are in float64, from 32-bit integers, and rounded to float32 at the end.
 */
final class Formula {
    private Formula() {}

    /** Number i of stream k, evenly spread over [-1, 1): an integer hash of i * 2654435761 + k * 40503. */
    static double u(int k, int i) {
        int h = i * (int) 2654435761L + k * 40503;
        h ^= h >>> 15;
        h *= (int) 2246822519L;
        h ^= h >>> 13;
        h *= (int) 3266489917L;
        h ^= h >>> 16;
        return Integer.toUnsignedLong(h) / 0x1p31 - 1;
    }

    /**
     * Tensor k of the state dict from stream k, counted from 0 in its order without {@code num_batches_tracked}; element
     * i in row-major order from number i. Weights of convolutions [out, in, height, width] and linear layers [out, in]
     * are u * sqrt(6 / fan in), one-dimensional weights (of norms) 1 + 0.3 u, running means 0.2 u, running variances
     * 3 + u, tables (two or more dimensions, not called weight) u, all else (biases) 0.2 + 0.1 u.
     */
    static Weights weights(Graph graph) {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        graph.parameters().forEach((name, spec) -> {
            float[] values = new float[(int) spec.elements()];
            double offset = offset(name, spec);
            double scale = scale(name, spec);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (offset + scale * u(tensors.size(), i));
            }
            tensors.put(name, new WeightTensor(spec.dims(), values));
        });
        return new Weights("formula", tensors, Map.of());
    }

    private static double offset(String name, ParameterSpec spec) {
        if (spec.dims().size() > 1 || name.endsWith("running_mean")) {
            return 0;
        }
        if (name.endsWith("running_var")) {
            return 3;
        }
        return name.endsWith("weight") ? 1 : 0.2;
    }

    private static double scale(String name, ParameterSpec spec) {
        if (spec.dims().size() > 1) {
            long fanIn = spec.elements() / spec.dims().get(0);
            return name.endsWith("weight") ? Math.sqrt(6.0 / fanIn) : 1;
        }
        if (name.endsWith("running_var")) {
            return 1;
        }
        if (name.endsWith("running_mean")) {
            return 0.2;
        }
        return name.endsWith("weight") ? 0.3 : 0.1;
    }

    /**
     * Images [n, height, width, 3] of waves between 7.5 and 247.5, smooth as photographs are: 127.5 + 60 sin(0.021 x +
     * 0.7 c + b) + 60 sin(0.033 y (c + 1) + 0.011 x) for image b and channel c, rounded to float.
     */
    static float[] images(int n, int height, int width) {
        float[] out = new float[n * height * width * 3];
        for (int i = 0; i < out.length; i++) {
            int c = i % 3;
            int x = i / 3 % width;
            int y = i / 3 / width % height;
            int b = i / 3 / width / height;
            double wave = Math.sin(0.021 * x + 0.7 * c + b) + Math.sin(0.033 * y * (c + 1) + 0.011 * x);
            out[i] = (float) (127.5 + 60 * wave);
        }
        return out;
    }
}

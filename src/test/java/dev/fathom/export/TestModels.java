package dev.fathom.export;

import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.export.tflite.TfliteWriter;
import dev.fathom.graph.Graph;
import dev.fathom.graph.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Weights, images and short ways to run a graph, for tests of the exporter. */
public final class TestModels {
    private TestModels() {}

    /** Initial weights, with batch-norm statistics and biases as unlike 0 and 1 as training leaves them. */
    public static Weights trainedLike(Graph graph, long seed) {
        Weights initial = Weights.initial(graph, seed);
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, ParameterSpec> entry : graph.parameters().entrySet()) {
            float[] values = initial.tensor(entry.getKey()).values();
            SplittableRandom random = new SplittableRandom(seed + entry.getKey().hashCode());
            boolean norm = graph.parameters().containsKey(sibling(entry.getKey(), "running_var"));
            double low = norm ? 0.6 : 0;
            switch (entry.getValue().suffix()) {
                case "weight", "running_var" -> {
                    for (int i = 0; i < values.length && norm; i++) {
                        values[i] = (float) (low + 0.8 * random.nextDouble());
                    }
                }
                default -> {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = (float) (0.4 * random.nextDouble() - 0.1);
                    }
                }
            }
            tensors.put(entry.getKey(), new WeightTensor(entry.getValue().dims(), values));
        }
        return new Weights("test weights", tensors, Map.of());
    }

    private static String sibling(String name, String suffix) {
        return name.substring(0, name.lastIndexOf('.') + 1) + suffix;
    }

    /** A picture [1, height, width, 3] of waves and edges, whole numbers 0 to 255. */
    public static float[] picture(int height, int width) {
        float[] values = new float[height * width * 3];
        for (int i = 0; i < values.length; i++) {
            int channel = i % 3;
            int x = i / 3 % width;
            int y = i / 3 / width;
            double wave = 70 * Math.sin(x * 0.02 * (channel + 1)) + 50 * Math.cos(y * 0.03 + channel);
            double edge = x / 90 % 2 == y / 70 % 2 ? 25 : -25;
            values[i] = Math.round(115 + wave + edge);
        }
        return values;
    }

    /** Values in [low, high). */
    public static float[] noise(int length, double low, double high, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }

    /** The graph as a file, loaded. */
    public static TfliteInterpreter load(LiteGraph graph) {
        return new TfliteInterpreter(TfliteModel.of("test.tflite", TfliteWriter.write(graph, "test")), 1);
    }

    /** What the runtime computes for one input. */
    public static float[] run(LiteGraph graph, float[] input) {
        try (TfliteInterpreter interpreter = load(graph)) {
            return interpreter.run(input);
        }
    }

    /** Largest difference as a share of the largest value. */
    public static double relativeError(double[] expected, float[] actual) {
        double most = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            most = Math.max(most, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(expected[i] - actual[i]));
        }
        return error / most;
    }

    /** {@link #relativeError(double[], float[])} between two float results. */
    public static double relativeError(float[] expected, float[] actual) {
        double[] wide = new double[expected.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = expected[i];
        }
        return relativeError(wide, actual);
    }
}

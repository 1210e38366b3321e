package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.graph.Graph;
import dev.fathom.graph.TensorShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What PyTorch computed in float64 for some networks, with weights and images by {@link Formula}, and the comparison
 * with what Fathom computes.
 *
 * <p>The resource is a csv without header, {@code #} before comments, one line a tensor: {@code
 * network,mode,tensor,elements,rms,projection,value...}. The mode is {@code eval} or {@code train} for outputs and taps,
 * {@code gradient} for parameters and {@code after} for batch-norm statistics after one pass in training mode. With the
 * tensor in row-major order as x, rms is sqrt(mean(x^2)), projection is sum(x_i u(2000, i)) / sqrt(sum(x_i^2)), and of m
 * values the j-th is the element at floor((2j + 1) elements / (2m)). The gradients are those of the sum over the results
 * r_0, r_1... given as objective of sum_i(u(3000 + k, i) r_k,i) in training mode.
 *
 * <p>How to make one with PyTorch: fill the state dict and the images by {@link Formula}, convert to float64, run, and
 * write these lines with 13 digits.
 */
final class PyTorchReference {
    /** A constant before a batch norm changes nothing: such gradients are rounding noise around 0. */
    private static final double ZERO = 1e-11;

    private final List<Line> lines;
    private final NDManager manager;
    private final int batch;

    private record Line(
            String network, String mode, String tensor, int elements, double rms, double projection, double[] values) {
        static Line of(String text) {
            String[] f = text.split(",");
            double[] values =
                    Stream.of(f).skip(6).mapToDouble(Double::parseDouble).toArray();
            return new Line(
                    f[0],
                    f[1],
                    f[2],
                    Integer.parseInt(f[3]),
                    Double.parseDouble(f[4]),
                    Double.parseDouble(f[5]),
                    values);
        }
    }

    /**
     * @param resource csv beside this class
     * @param batch number of images in a pass
     */
    PyTorchReference(String resource, NDManager manager, int batch) {
        this.manager = manager;
        this.batch = batch;
        try (InputStream in = PyTorchReference.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            lines = text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network with weights by {@link Formula}. */
    GraphBlock block(Graph graph, DataType type) {
        GraphBlock block = new GraphBlock(graph, manager, type);
        block.load(Formula.weights(graph));
        return block;
    }

    /**
     * Double precision leaves no room for another padding, resize or variance: outputs and taps in evaluation and in
     * training mode to 1e-9, gradients to 1e-8, batch-norm statistics after that (which are read as float32) to 1e-6.
     */
    void agreesInDoublePrecision(Graph graph, List<String> objective) {
        try (GraphBlock block = block(graph, DataType.FLOAT64)) {
            compareForward(block, DataType.FLOAT64, false, 1e-9);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                Activations activations = compareForward(block, DataType.FLOAT64, true, 1e-9);
                collector.backward(objective(activations, objective));
            }
            compareGradients(block, 1e-8);
            compareStatistics(block, 1e-6);
        }
    }

    /** Outputs and taps in float32, in evaluation or in training mode. */
    void agreesInSinglePrecision(Graph graph, boolean training, double tolerance) {
        try (GraphBlock block = block(graph, DataType.FLOAT32)) {
            compareForward(block, DataType.FLOAT32, training, tolerance);
        }
    }

    /** How many tensors there are of a network in a mode. */
    long count(Graph graph, String mode) {
        return lines(graph.name(), mode).size();
    }

    private Activations compareForward(GraphBlock block, DataType type, boolean training, double tolerance) {
        List<String> names = new ArrayList<>(block.graph().outputs().keySet());
        block.graph().taps().forEach(tap -> names.add(tap.name()));
        Activations activations = block.forward(images(block.graph(), type), training, names);
        for (String name : names) {
            compare(block.graph().name(), training ? "train" : "eval", name, activations.get(name), tolerance);
        }
        return activations;
    }

    /** Compares one tensor: its size, its rms and, relative to that, its projection and values. */
    void compare(String network, String mode, String tensor, NDArray array, double tolerance) {
        String what = network + " " + mode + " " + tensor;
        List<Line> found = lines(network, mode).stream()
                .filter(line -> line.tensor.equals(tensor))
                .toList();
        assertEquals(1, found.size(), "references for " + what);
        compare(what, found.get(0), array.toType(DataType.FLOAT64, false).toDoubleArray(), tolerance);
    }

    private static void compare(String what, Line expected, double[] actual, double tolerance) {
        assertEquals(expected.elements, actual.length, what);
        double squares = 0;
        double dot = 0;
        for (int i = 0; i < actual.length; i++) {
            squares += actual[i] * actual[i];
            dot += actual[i] * Formula.u(2000, i);
        }
        double rms = Math.sqrt(squares / actual.length);
        if (expected.rms < ZERO) {
            assertTrue(rms < ZERO, what + " is " + rms + ", not 0");
            return;
        }
        assertEquals(expected.rms, rms, tolerance * expected.rms, what + " rms");
        assertEquals(expected.projection, dot / Math.sqrt(squares), tolerance, what + " projection");
        for (int j = 0; j < expected.values.length; j++) {
            int index = (int) ((2L * j + 1) * actual.length / (2L * expected.values.length));
            assertEquals(expected.values[j], actual[index], tolerance * expected.rms, what + " at " + index);
        }
    }

    private void compareGradients(GraphBlock block, double tolerance) {
        String network = block.graph().name();
        List<Line> expected = lines(network, "gradient");
        assertFalse(expected.isEmpty(), "no gradients for " + network);
        for (Line line : expected) {
            NDArray parameter = block.trainableParameters().get(line.tensor);
            compare(network, "gradient", line.tensor, parameter.getGradient(), tolerance);
        }
    }

    private void compareStatistics(GraphBlock block, double tolerance) {
        Weights weights = block.weights();
        for (Line line : lines(block.graph().name(), "after")) {
            NDArray statistics = manager.create(weights.tensor(line.tensor).values());
            compare(line.network, "after", line.tensor, statistics, tolerance);
        }
    }

    private NDArray images(Graph graph, DataType type) {
        TensorShape image = graph.shape(graph.inputs().get(0).name());
        float[] pixels = Formula.images(batch, image.height(), image.width());
        NDArray images = manager.create(pixels, new Shape(batch, image.height(), image.width(), 3));
        return images.toType(type, false).transpose(0, 3, 1, 2);
    }

    private NDArray objective(Activations activations, List<String> names) {
        NDArray sum = null;
        for (int k = 0; k < names.size(); k++) {
            NDArray result = activations.get(names.get(k));
            NDArray term = result.mul(direction(3000 + k, result)).sum();
            sum = sum == null ? term : sum.add(term);
        }
        return sum;
    }

    private NDArray direction(int stream, NDArray like) {
        double[] values = new double[(int) like.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Formula.u(stream, i);
        }
        return manager.create(values, like.getShape());
    }

    private List<Line> lines(String network, String mode) {
        return lines.stream()
                .filter(line -> line.network.equals(network) && line.mode.equals(mode))
                .toList();
    }
}

package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.graph.Activation;
import dev.fathom.graph.AveragePool;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.Padding;
import dev.fathom.graph.PatchMerge;
import dev.fathom.graph.RadixSoftmax;
import dev.fathom.graph.Resize;
import dev.fathom.graph.SumGroups;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.graph.WindowAttention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every operation's gradient, to its input and its parameters, against central differences in float64. */
class GraphGradientTest {
    private static final int IMAGES = 2;
    private static final TensorShape INPUT = TensorShape.chw(2, 5, 4);
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 2e-8;

    @TestFactory
    Stream<DynamicTest> gradientIsThatOfFiniteDifferences() {
        Map<String, BiFunction<GraphBuilder, Tensor, Tensor>> graphs = new LinkedHashMap<>();
        graphs.put("convolution", (b, x) -> b.conv("op", x, 3, 3, 1, Padding.uniform(1), true));
        graphs.put("convolution, SAME, stride 2", (b, x) -> b.conv("op", x, 3, 3, 2, new Padding.Same(), false));
        graphs.put(
                "convolution, uneven padding",
                (b, x) -> b.conv("op", x, 2, 2, 1, new Padding.Explicit(2, 0, 1, 3), true));
        graphs.put("depthwise convolution", (b, x) -> b.depthwise("op", x, 3, 2, Padding.uniform(1)));
        graphs.put(
                "grouped convolution",
                (b, x) -> b.add(
                        "op", new Conv2d(2, 4, 3, 1, Padding.uniform(0), 2, true, Initializer.Rule.HE_FAN_OUT), x));
        graphs.put("batch norm", (b, x) -> b.batchNorm("op", x, 1e-3, 0.1));
        for (Activation.Kind kind : Activation.Kind.values()) {
            graphs.put("activation " + kind, (b, x) -> b.activation("op", x, kind));
        }
        graphs.put("product", (b, x) -> b.mul("op", x, b.activation("gate", x, Activation.Kind.SIGMOID)));
        graphs.put("product of channels", (b, x) -> b.mul("op", x, b.globalAveragePool("pool", x)));
        graphs.put("global average pooling", (b, x) -> b.globalAveragePool("op", x));
        graphs.put("addition", (b, x) -> b.add("op", x, b.relu("relu", x)));
        graphs.put("concatenation", (b, x) -> b.concat("op", x, b.relu("relu", x), x));
        graphs.put("max pooling", (b, x) -> b.maxPool("op", x, 3, 2, Padding.uniform(1)));
        graphs.put("max pooling, uneven", (b, x) -> b.maxPool("op", x, 2, 1, new Padding.Explicit(0, 1, 1, 0)));
        graphs.put("average pooling", (b, x) -> b.add("op", new AveragePool(3, 2, 1, false, true), x));
        graphs.put("average pooling, hanging over", (b, x) -> b.add("op", new AveragePool(2, 2, 0, true, false), x));
        graphs.put("layer norm", (b, x) -> b.layerNorm("op", b.linear("wide", x, 5, true)));
        graphs.put("linear layer", (b, x) -> b.linear("op", x, 3, true));
        graphs.put("window attention", (b, x) -> b.add("op", new WindowAttention(2, 1, 3, 0), small(b, x)));
        graphs.put("window attention, shifted", (b, x) -> b.add("op", new WindowAttention(2, 2, 3, 1), small(b, x)));
        graphs.put("patch merging", (b, x) -> b.add("op", new PatchMerge(), x));
        graphs.put("sum of groups", (b, x) -> b.add("op", new SumGroups(2), x));
        graphs.put("softmax of groups", (b, x) -> b.add("op", new RadixSoftmax(2), x));
        graphs.put("normalisation", (b, x) -> b.normalize("op", x, List.of(0.3f, -2f), List.of(0.7f, 3f)));
        for (Resize.Mode mode : Resize.Mode.values()) {
            graphs.put("resize up " + mode, (b, x) -> b.resize("op", x, mode, 8, 7));
            graphs.put("resize down " + mode, (b, x) -> b.resize("op", x, mode, 2, 3));
        }
        return graphs.entrySet().stream().flatMap(e -> Stream.of(true, false)
                .map(training -> DynamicTest.dynamicTest(
                        e.getKey() + (training ? ", training" : ", evaluation"),
                        () -> check(graph(e.getValue()), training))));
    }

    /** Large logits would leave the differences fewer digits than the tolerance asks for. */
    private static Tensor small(GraphBuilder b, Tensor x) {
        return b.normalize("small", x, List.of(0f, 0f), List.of(8f, 8f));
    }

    private static Graph graph(BiFunction<GraphBuilder, Tensor, Tensor> operation) {
        GraphBuilder b = new GraphBuilder("one operation");
        b.output("y", operation.apply(b, b.input("image", INPUT)));
        return b.build();
    }

    private static void check(Graph graph, boolean training) {
        Torch.start(1);
        try (NDManager manager = Torch.newManager()) {
            GraphBlock block = new GraphBlock(graph, manager, DataType.FLOAT64);
            Weights weights = Formula.weights(graph);
            block.load(weights);
            double[] image = new double[IMAGES * (int) INPUT.elements()];
            for (int i = 0; i < image.length; i++) {
                image[i] = 8 * Formula.u(7, i);
            }
            NDArray x = manager.create(image, new Shape(IMAGES, 2, 5, 4));
            x.setRequiresGradient(true);
            Map<String, NDArray> parameters = new LinkedHashMap<>(block.trainableParameters());
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(objective(block, x, training));
            }
            parameters.put("image", x);
            parameters.forEach((name, array) -> {
                double[] gradient = array.getGradient().toDoubleArray();
                double[] values = array.toDoubleArray();
                for (int i = 0; i < values.length; i++) {
                    double slope = slope(block, x, array, values, i, training);
                    assertEquals(slope, gradient[i], TOLERANCE * Math.max(1, Math.abs(slope)), name + " " + i);
                }
            });
        }
    }

    private static double slope(
            GraphBlock block, NDArray x, NDArray array, double[] values, int index, boolean training) {
        double[] sides = new double[2];
        for (int side = 0; side < 2; side++) {
            double[] moved = values.clone();
            moved[index] += side == 0 ? STEP : -STEP;
            try (NDArray source = array.getManager().create(moved, array.getShape())) {
                Ops.assign(array, source);
            }
            sides[side] = objective(block, x, training).getDouble();
        }
        try (NDArray source = array.getManager().create(values, array.getShape())) {
            Ops.assign(array, source);
        }
        return (sides[0] - sides[1]) / (2 * STEP);
    }

    private static NDArray objective(GraphBlock block, NDArray x, boolean training) {
        NDArray y = block.forward(x, training).get("y");
        double[] direction = new double[(int) y.size()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = Formula.u(11, i);
        }
        return y.mul(y.getManager().create(direction, y.getShape())).sum();
    }
}

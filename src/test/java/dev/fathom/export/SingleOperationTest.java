package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Passes;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Add;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.Concat;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.GlobalAveragePool;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Initializer;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.Op;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each operation alone, lowered plainly and with all passes, against its plain definition. */
class SingleOperationTest {
    private static final Padding SAME = new Padding.Same();

    @TestFactory
    Stream<DynamicTest> convolutions() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int kernel : new int[] {1, 3, 5, 7}) {
            for (int stride : new int[] {1, 2}) {
                for (Padding padding : List.of(SAME, Padding.uniform(kernel / 2), new Padding.Explicit(2, 0, 1, 3))) {
                    tests.add(agrees(convolution(6, 10, kernel, stride, padding, 1), 16, 20));
                    tests.add(agrees(convolution(6, 10, kernel, stride, padding, 1), 15, 19));
                    tests.add(agrees(convolution(6, 6, kernel, stride, padding, 6), 16, 19));
                    tests.add(agrees(convolution(6, 12, kernel, stride, padding, 6), 15, 20));
                }
            }
        }
        tests.add(agrees(convolution(6, 8, 3, 1, SAME, 2), 8, 8));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> resizes() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Resize.Mode mode : Resize.Mode.values()) {
            for (int[] size : new int[][] {{16, 20}, {24, 40}, {112, 30}, {12, 17}, {4, 5}, {8, 70}, {8, 10}}) {
                tests.add(agrees(new Resize(mode, size[0], size[1]), 8, 10));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> activations() {
        return Stream.of(Activation.Kind.values()).map(kind -> agrees(new Activation(kind), 8, 10));
    }

    @TestFactory
    Stream<DynamicTest> theRest() {
        return Stream.of(
                agrees(new BatchNorm(6, 1e-3, 0.1), 8, 10),
                agrees(new GlobalAveragePool(), 8, 10),
                agrees(normalize(127.5f, 127.5f), 8, 10),
                agrees(normalize(103.5f, 57.5f), 8, 10),
                agrees(new MaxPool(3, 2, SAME), 16, 19),
                agrees(new MaxPool(3, 2, Padding.uniform(1)), 15, 19),
                agrees(new MaxPool(3, 2, Padding.uniform(1)), 16, 20),
                agrees(new MaxPool(2, 2, Padding.uniform(0)), 16, 20));
    }

    @Test
    void aSumAndAConcatenationOfTwoMapsAgree() {
        GraphBuilder b = new GraphBuilder("two");
        Tensor x = b.input("x", TensorShape.chw(6, 8, 10));
        Tensor y = b.add("relu", new Activation(Activation.Kind.RELU), x);
        Tensor sum = b.add("sum", new Add(), x, y);
        b.output("out", b.add("cat", new Concat(), sum, y, x));
        requireAgreement(b.build(), 8, 10);
    }

    @Test
    void productsOfTwoMapsAndOfOneFactorAChannelAgree() {
        GraphBuilder b = new GraphBuilder("gated");
        Tensor x = b.input("x", TensorShape.chw(6, 8, 10));
        Tensor gate = b.activation("gate", b.globalAveragePool("pool", x), Activation.Kind.SIGMOID);
        b.output("out", b.mul("gated", b.mul("square", x, x), gate));
        requireAgreement(b.build(), 8, 10);
    }

    @Test
    void squeezeAndExcitationIsOnePartitionWithTheHardSigmoidInsideItsConvolution() {
        GraphBuilder b = new GraphBuilder("squeeze");
        Tensor x = b.input("x", TensorShape.chw(6, 8, 10));
        Tensor y = b.globalAveragePool("pool", x);
        y = b.relu("relu", b.conv("fc1", y, 8, 1, 1, SAME, true));
        y = b.activation("gate", b.conv("fc2", y, 6, 1, 1, SAME, true), Activation.Kind.HARD_SIGMOID);
        b.output("out", b.conv("project", b.mul("scale", x, y), 4, 1, 1, SAME, false));
        Graph graph = b.build();
        requireAgreement(graph, 8, 10);
        LiteGraph fast = Passes.apply(Passes.forFloat(), new Lowering().lower(graph, TestModels.trainedLike(graph, 5)));
        assertEquals(
                List.of("MEAN", "CONV_2D", "CONV_2D", "MUL", "MUL", "CONV_2D"),
                fast.nodes().stream().map(n -> n.op().code()).toList());
        try (TfliteInterpreter interpreter = TestModels.load(fast)) {
            assertEquals(List.of(), interpreter.delegation().notDelegated());
            assertEquals(1, interpreter.delegation().partitions());
        }
    }

    @Test
    void aPaddedPoolingOfValuesBelowZeroIsExactAndSaidToBeOutsideXnnpack() {
        Graph graph = single(new MaxPool(3, 2, Padding.uniform(1)), 16, 20);
        LiteGraph lowered = new Lowering().lower(graph, TestModels.trainedLike(graph, 5));
        try (TfliteInterpreter interpreter = TestModels.load(lowered)) {
            assertEquals(
                    List.of("PADV2"),
                    interpreter.delegation().notDelegated().stream()
                            .map(r -> r.code())
                            .toList());
        }
    }

    @Test
    void aPaddedPoolingAfterAnActivationStaysInXnnpack() {
        GraphBuilder b = new GraphBuilder("pooled");
        Tensor x = b.input("x", TensorShape.chw(6, 16, 20));
        b.output("out", b.maxPool("pool", b.relu("relu", x), 3, 2, Padding.uniform(1)));
        Graph graph = b.build();
        requireAgreement(graph, 16, 20);
        LiteGraph lowered = new Lowering().lower(graph, TestModels.trainedLike(graph, 5));
        try (TfliteInterpreter interpreter = TestModels.load(lowered)) {
            assertTrue(interpreter.delegation().notDelegated().isEmpty());
        }
    }

    @Test
    void paddingThatSameAddsTooIsWrittenAsSame() {
        assertEquals(List.of("CONV_2D"), operations(convolution(6, 10, 3, 1, Padding.uniform(1), 1), 16, 20));
        assertEquals(List.of("CONV_2D"), operations(convolution(6, 10, 3, 2, Padding.uniform(1), 1), 15, 19));
        assertEquals(List.of("PAD", "CONV_2D"), operations(convolution(6, 10, 3, 2, Padding.uniform(1), 1), 16, 20));
    }

    private static List<String> operations(Op op, int height, int width) {
        Graph graph = single(op, height, width);
        return new Lowering()
                .lower(graph, TestModels.trainedLike(graph, 5)).nodes().stream()
                        .map(LiteNode::op)
                        .map(o -> o.code())
                        .toList();
    }

    private static Conv2d convolution(int in, int out, int kernel, int stride, Padding padding, int groups) {
        return new Conv2d(in, out, kernel, stride, padding, groups, true, Initializer.Rule.HE_FAN_OUT);
    }

    private static Normalize normalize(float mean, float std) {
        return new Normalize(List.of(mean, 127.5f, mean, 127.5f, mean, mean), List.of(std, std, 120f, std, std, std));
    }

    private static DynamicTest agrees(Op op, int height, int width) {
        return DynamicTest.dynamicTest(op + " on " + height + "x" + width, () -> {
            requireAgreement(single(op, height, width), height, width);
        });
    }

    private static Graph single(Op op, int height, int width) {
        GraphBuilder b = new GraphBuilder("single");
        b.output("out", b.add("op", op, b.input("x", TensorShape.chw(6, height, width))));
        return b.build();
    }

    private static void requireAgreement(Graph graph, int height, int width) {
        Weights weights = TestModels.trainedLike(graph, 5);
        float[] x = TestModels.noise(6 * height * width, -4, 9, 2);
        double[] expected = ReferenceNetwork.run(graph, weights, x);
        LiteGraph plain = new Lowering().lower(graph, weights);
        double error = TestModels.relativeError(expected, TestModels.run(plain, x));
        assertTrue(error < 5e-6, "plain lowering differs by " + error);
        LiteGraph fast = Passes.apply(Passes.forFloat(), plain);
        error = TestModels.relativeError(expected, TestModels.run(fast, x));
        assertTrue(error < 5e-6, "with passes it differs by " + error);
    }
}

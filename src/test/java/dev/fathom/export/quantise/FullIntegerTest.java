package dev.fathom.export.quantise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.ir.Border;
import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.LiteOp.Unary.Function;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.export.pass.HardSwishByParts;
import dev.fathom.export.pass.ReluBySum;
import dev.fathom.export.tflite.TfliteInterpreter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Small graphs between two 1x1 convolutions that change nothing, with scales that can be checked by hand. */
class FullIntegerTest {
    private static final Shape IMAGE = Shape.map(2, 2, 1);

    /** Values -1, 0, 1 and 3. */
    private static final float[] PICTURE = {-1, 0, 1, 3};

    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final List<LiteNode> nodes = new ArrayList<>();

    private String conv(String name, String x, int outputs, double weight, double bias, Fused fused) {
        int inputs = nodes.isEmpty() ? 1 : draft(x).shape(x).channels();
        constants.put(
                name + ".w", Constant.rounded(Shape.of(outputs, 1, 1, inputs), i -> i % inputs == 0 ? weight : 0));
        constants.put(name + ".b", Constant.vector(outputs, i -> bias));
        return node(name, new WithActivation.Conv2d(1, Border.VALID, fused), x, name + ".w", name + ".b");
    }

    private String node(String name, LiteOp op, String... inputs) {
        nodes.add(new LiteNode(name, op, inputs));
        return name;
    }

    private LiteGraph draft(String output) {
        Map<String, String> outputs = Map.of("depth", output);
        return new LiteGraph("small", Map.of("image", IMAGE), constants, nodes, outputs).withOutputs(outputs);
    }

    private static Storage.Whole form(StoredGraph graph, String value) {
        return (Storage.Whole) graph.of(value);
    }

    @Test
    void fromThePictureToTheDepthAllIsWholeNumbers() {
        String first = conv("first", "image", 1, 2, 1, Fused.NONE);
        String last = conv("last", conv("middle", first, 1, 1, 0, Fused.RELU), 1, 1, 0, Fused.NONE);
        StoredGraph graph = QuantisedGraphs.int8(draft(last), PICTURE);
        assertEquals(List.of("QUANTIZE", "CONV_2D", "CONV_2D", "CONV_2D", "DEQUANTIZE"), QuantisedGraphs.codes(graph));
        assertEquals(new Storage.Whole(Storage.Whole.Type.INT8, 4.0 / 255, -64), form(graph, "image/whole"));
        // 2x + 1 is -1 to 7, of which ReLU leaves 0 to 7.
        assertEquals(new Storage.Whole(Storage.Whole.Type.INT8, 8.0 / 255, -96), form(graph, "first"));
        assertEquals(new Storage.Whole(Storage.Whole.Type.INT8, 7.0 / 255, -128), form(graph, "middle"));
        assertEquals(new Storage.Whole(Storage.Whole.Type.INT8, 7.0 / 255, -128), form(graph, "last"));
        assertEquals(Storage.Real.FLOAT32, graph.of("last/real"));
        assertEquals((float) (2 / 127.0), form(graph, "first/weight").scale(), 0);
        assertEquals(
                (float) (4.0 / 255) * (float) (2 / 127.0),
                form(graph, "first/bias").scale(),
                1e-12);
        requireNear(new float[] {0, 1, 3, 7}, graph, 8.0 / 255);
    }

    @Test
    void whatOnlyMovesNumbersSharesOneScale() {
        String a = conv("a", "image", 1, 1, 0, Fused.RELU);
        String b = conv("b", "image", 1, -5, 0, Fused.NONE);
        String up = node("up", new LiteOp.ResizeBilinear(4, 4, true), a);
        String pad = node("pad", new LiteOp.Pad(1, 1, 1, 1, 0), b);
        String pool = node("pool", new WithActivation.MaxPool(1, 1, Border.VALID, Fused.NONE), pad);
        String cat = node("cat", new LiteOp.Concat(3), up, pool);
        String c = conv("c", cat, 1, 1, 0, Fused.NONE);
        StoredGraph graph = QuantisedGraphs.int8(draft(conv("last", c, 1, 1, 0, Fused.NONE)), PICTURE);
        // a is 0 to 3, b is -15 to 5.
        Storage.Whole shared = new Storage.Whole(Storage.Whole.Type.INT8, 20.0 / 255, 63);
        for (String value : List.of(a, b, up, pad, pool, cat)) {
            assertEquals(shared, form(graph, value), value);
        }
        assertNotEquals(shared, form(graph, c));
        requireOnePartition(graph);
    }

    /** A copy keeps what it gets, so floats are made where there are fewest values. */
    @Test
    void floatsAreMadeInFrontOfTheCopiesAndCutAsFloats() {
        String last = conv("last", "image", 1, 2, 1, Fused.NONE);
        constants.put("most", Constant.vector(1, i -> 4));
        String cut = node("cut", new LiteOp.Limit(LiteOp.Limit.Bound.MINIMUM), last, "most");
        StoredGraph graph = QuantisedGraphs.int8(draft(node("twice", new LiteOp.Concat(1), cut, cut)), PICTURE);
        assertEquals(
                List.of("QUANTIZE", "CONV_2D", "DEQUANTIZE", "MINIMUM", "CONCATENATION"), QuantisedGraphs.codes(graph));
        requireNear(new float[] {-1, 1, 3, 4, -1, 1, 3, 4}, graph, 8.0 / 255);
    }

    @Test
    void aDeadTensorDoesNotStopTheModelFromLoading() {
        String first = conv("first", "image", 8, 1, 0, Fused.NONE);
        String dead = conv("dead", first, 8, 50, -200, Fused.RELU);
        String next = conv("next", dead, 8, 3, 1, Fused.RELU);
        StoredGraph graph = QuantisedGraphs.int8(draft(conv("last", next, 1, 1, 0, Fused.NONE)), PICTURE);
        assertEquals((float) (1.0 / 255), form(graph, "dead").scale(), 0.01);
        requireOnePartition(graph);
        requireNear(new float[] {1, 1, 1, 1}, graph, 0.02);
    }

    @Test
    void aTensorThatIsAlmostDeadIsWidenedUntilXnnpackTakesIt() {
        String first = conv("first", "image", 8, 1000, 0, Fused.NONE);
        String faint = conv("faint", first, 8, 1, -2999.999, Fused.RELU);
        String sum = node("sum", new WithActivation.Add(Fused.NONE), first, faint);
        StoredGraph graph = QuantisedGraphs.int8(draft(conv("last", sum, 1, 1, 0, Fused.NONE)), PICTURE);
        double factor = form(graph, "first").scale()
                * (1 / 127.0)
                / form(graph, "faint").scale();
        assertTrue(factor < 256, "factor " + factor);
        requireOnePartition(graph);
    }

    @Test
    void aLogisticFunctionHasTheFormThatTfliteFixes() {
        String first = conv("first", "image", 8, 1, 0, Fused.NONE);
        String gate = node("gate", new LiteOp.Unary(Function.LOGISTIC), first);
        String product = node("product", new WithActivation.Mul(Fused.NONE), first, gate);
        String both = node("both", new LiteOp.Concat(3), product, gate);
        StoredGraph alone = QuantisedGraphs.int8(draft(conv("last", product, 1, 1, 0, Fused.NONE)), PICTURE);
        Storage.Whole fixed = new Storage.Whole(Storage.Whole.Type.INT8, 1.0 / 256, -128);
        assertEquals(fixed, form(alone, gate));
        requireOnePartition(alone);
        nodes.remove(nodes.size() - 1);
        StoredGraph shared = QuantisedGraphs.int8(draft(conv("last", both, 1, 1, 0, Fused.NONE)), PICTURE);
        assertEquals(fixed, form(shared, "gate/logistic"));
        assertEquals(form(shared, both), form(shared, gate));
        requireOnePartition(shared);
    }

    @Test
    void hardSwishAndALoneReluAreTakenByXnnpackAndNearTheirFunctions() {
        String first = conv("first", "image", 8, 1, 0, Fused.NONE);
        String swish = node("swish", new LiteOp.Unary(Function.HARD_SWISH), first);
        String relu = node("relu", new LiteOp.Unary(Function.RELU6), first);
        String sum = node("sum", new WithActivation.Add(Fused.NONE), swish, relu);
        LiteGraph plain = draft(conv("last", sum, 1, 1, 0, Fused.NONE));
        LiteGraph graph = new ReluBySum().apply(new HardSwishByParts().apply(plain));
        StoredGraph whole = QuantisedGraphs.int8(graph, PICTURE);
        requireOnePartition(whole);
        requireNear(new float[] {-1 / 3f, 0, 2 / 3f + 1, 6}, whole, 0.06);
    }

    private static void requireNear(float[] expected, StoredGraph graph, double tolerance) {
        float[] actual = QuantisedGraphs.run(graph, PICTURE);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, "value " + i);
        }
    }

    private static void requireOnePartition(StoredGraph graph) {
        try (TfliteInterpreter interpreter = QuantisedGraphs.load(graph)) {
            assertEquals(List.of(), interpreter.delegation().notDelegated());
            assertEquals(1, interpreter.delegation().partitions());
        }
    }
}

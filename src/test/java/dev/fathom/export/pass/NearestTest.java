package dev.fathom.export.pass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.TestModels;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link WidenBeforeNearest} and {@link NearestByConcat}: bit for bit what the operation gives. */
class NearestTest {
    @ParameterizedTest
    @CsvSource({"1, 15, 16", "1, 2, 2", "3, 7, 11", "5, 1, 3", "5, 4, 1", "2, 6, 5"})
    void concatenationsRepeatPixelsBitForBitInOnePartition(int channels, int tall, int wide) {
        GraphBuilder b = new GraphBuilder("nearest");
        Tensor x = b.input("x", TensorShape.chw(channels, 4, 5));
        b.output("out", b.resize("up", x, Resize.Mode.NEAREST, 4 * tall, 5 * wide));
        LiteGraph before = PassFixture.lowered(b.build());
        LiteGraph after = new NearestByConcat().apply(before);
        requireSameBits(before, after);
        assertTrue(after.nodes().stream().allMatch(n -> n.inputs().size() <= LiteOp.Concat.MOST_INPUTS));
        try (TfliteInterpreter interpreter = TestModels.load(after)) {
            assertTrue(interpreter.delegation().notDelegated().isEmpty());
        }
    }

    /** 128 rows become 480 as every 4 become 15. */
    @ParameterizedTest
    @CsvSource({"1, 8, 4, 30, 16", "3, 4, 8, 15, 30", "2, 6, 3, 10, 8", "1, 6, 4, 9, 4"})
    void theEndIsCutOffWhereAFactorIsJustBelowAWholeOne(int channels, int height, int width, int tall, int wide) {
        GraphBuilder b = new GraphBuilder("nearest");
        Tensor x = b.input("x", TensorShape.chw(channels, height, width));
        b.output("out", b.resize("up", x, Resize.Mode.NEAREST, tall, wide));
        LiteGraph before = PassFixture.lowered(b.build());
        LiteGraph after = new NearestByConcat().apply(before);
        requireSameBits(before, after);
        try (TfliteInterpreter interpreter = TestModels.load(after)) {
            assertEquals(List.of(), interpreter.delegation().notDelegated());
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 15", "5, 3"})
    void otherFactorsStayAnOperationOfTheirOwn(int in, int out) {
        GraphBuilder b = new GraphBuilder("nearest");
        Tensor x = b.input("x", TensorShape.chw(2, in, 6));
        b.output("out", b.resize("up", x, Resize.Mode.NEAREST, out, 12));
        LiteGraph before = PassFixture.lowered(b.build());
        assertEquals(List.of("RESIZE_NEAREST_NEIGHBOR"), PassFixture.codes(new NearestByConcat().apply(before)));
    }

    @Test
    void aConvolutionOfOneOutputRepeatsItAlongTheWidthItself() {
        LiteGraph before = PassFixture.lowered(convolutionAndNearest(1, 16));
        LiteGraph after = new WidenBeforeNearest().apply(before);
        LiteNode conv = after.nodes().get(0);
        assertEquals(16, after.shape(conv.name()).channels());
        assertEquals(640, after.shape(after.nodes().get(1).name()).width());
        requireSameBits(before, after);
        requireSameBits(before, new NearestByConcat().apply(after));
    }

    @Test
    void aConvolutionThatWouldGetMoreChannelsThanAreFreeStaysAsItIs() {
        LiteGraph before = PassFixture.lowered(convolutionAndNearest(2, 16));
        assertEquals(PassFixture.codes(before), PassFixture.codes(new WidenBeforeNearest().apply(before)));
    }

    private static Graph convolutionAndNearest(int out, int wide) {
        GraphBuilder b = new GraphBuilder("head");
        Tensor x = b.input("x", TensorShape.chw(24, 32, 40));
        x = b.conv("conv", x, out, 1, 1, Padding.uniform(0), true);
        b.output("out", b.resize("up", x, Resize.Mode.NEAREST, 96, 40 * wide));
        return b.build();
    }

    private static void requireSameBits(LiteGraph before, LiteGraph after) {
        int length = before.inputs().get("x").elements();
        float[] x = TestModels.noise(length, -9, 9, 1);
        assertArrayEquals(TestModels.run(before, x), TestModels.run(after, x), 0f);
    }
}

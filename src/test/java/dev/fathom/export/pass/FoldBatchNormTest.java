package dev.fathom.export.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldBatchNormTest {
    private static final Padding SAME = new Padding.Same();

    @Test
    void aBatchNormAfterADenseAndADepthwiseConvolutionDisappears() {
        GraphBuilder b = new GraphBuilder("folded");
        Tensor x = b.input("x", TensorShape.chw(3, 12, 16));
        x = b.batchNorm("bn1", b.conv("conv", x, 8, 3, 2, SAME, false), 1e-3, 0.1);
        x = b.batchNorm("bn2", b.depthwise("dw", x, 3, 1, SAME), 1e-5, 0.1);
        b.output("out", x);
        LiteGraph before = PassFixture.lowered(b.build());
        LiteGraph after = new FoldBatchNorm().apply(before);
        assertEquals(List.of("CONV_2D", "DEPTHWISE_CONV_2D"), PassFixture.codes(after));
        PassFixture.requireSameFunction(before, after);
    }

    @Test
    void theFoldedValuesAreRoundedOnce() {
        GraphBuilder b = new GraphBuilder("one");
        Tensor x = b.input("x", TensorShape.chw(1, 4, 4));
        b.output("out", b.batchNorm("bn", b.conv("conv", x, 1, 1, 1, SAME, true), 1e-3, 0.1));
        Graph graph = b.build();
        Map<String, WeightTensor> tensors = Map.of(
                "conv.weight", new WeightTensor(List.of(1, 1, 1, 1), new float[] {0.3f}),
                "conv.bias", new WeightTensor(List.of(1), new float[] {0.7f}),
                "bn.weight", new WeightTensor(List.of(1), new float[] {1.1f}),
                "bn.bias", new WeightTensor(List.of(1), new float[] {0.2f}),
                "bn.running_mean", new WeightTensor(List.of(1), new float[] {0.9f}),
                "bn.running_var", new WeightTensor(List.of(1), new float[] {0.41f}));
        LiteGraph after = new FoldBatchNorm().apply(new Lowering().lower(graph, new Weights("w", tensors, Map.of())));
        LiteNode conv = after.nodes().get(0);
        double scale = 1.1f / Math.sqrt(0.41f + 1e-3);
        Constant weight = after.constants().get(conv.inputs().get(1));
        Constant bias = after.constants().get(conv.inputs().get(2));
        assertEquals((float) (0.3f * scale), weight.at(0));
        assertEquals(0.7f * scale + (0.2f - 0.9f * scale), bias.at(0), 1e-15);
    }

    @Test
    void aConvolutionThatIsReadElsewhereKeepsItsOwnWeights() {
        GraphBuilder b = new GraphBuilder("branch");
        Tensor x = b.input("x", TensorShape.chw(3, 8, 8));
        Tensor conv = b.conv("conv", x, 4, 3, 1, SAME, false);
        b.output("out", b.add("sum", b.batchNorm("bn", conv, 1e-3, 0.1), conv));
        LiteGraph before = PassFixture.lowered(b.build());
        LiteGraph after = new FoldBatchNorm().apply(before);
        assertEquals(List.of("CONV_2D", "MUL", "ADD", "ADD"), PassFixture.codes(after));
        PassFixture.requireSameFunction(before, after);
    }
}

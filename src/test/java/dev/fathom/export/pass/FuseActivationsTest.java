package dev.fathom.export.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.graph.Activation;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuseActivationsTest {
    private static final Padding SAME = new Padding.Same();

    @Test
    void activationsGoIntoConvolutionsSumsAndPoolings() {
        GraphBuilder b = new GraphBuilder("fused");
        Tensor x = b.input("x", TensorShape.chw(3, 8, 8));
        Tensor a = b.relu("relu", b.conv("conv", x, 4, 3, 1, SAME, true));
        Tensor d = b.add("relu6", new Activation(Activation.Kind.RELU6), b.depthwise("dw", a, 3, 1, SAME));
        Tensor s = b.relu("relu_sum", b.add("sum", a, d));
        b.output("out", b.relu("relu_pool", b.maxPool("pool", s, 2, 2, SAME)));
        LiteGraph before = PassFixture.lowered(b.build());
        LiteGraph after = new FuseActivations().apply(before);
        assertEquals(List.of("CONV_2D", "DEPTHWISE_CONV_2D", "ADD", "MAX_POOL_2D"), PassFixture.codes(after));
        PassFixture.requireSameFunction(before, after);
    }

    @Test
    void aValueThatIsAlsoReadBeforeItsActivationKeepsIt() {
        GraphBuilder b = new GraphBuilder("branch");
        Tensor x = b.input("x", TensorShape.chw(3, 8, 8));
        Tensor conv = b.conv("conv", x, 4, 3, 1, SAME, true);
        b.output("out", b.add("sum", b.relu("relu", conv), conv));
        LiteGraph before = PassFixture.lowered(b.build());
        assertEquals(PassFixture.codes(before), PassFixture.codes(new FuseActivations().apply(before)));
    }

    @Test
    void aSecondActivationIsNotLost() {
        GraphBuilder b = new GraphBuilder("twice");
        Tensor x = b.input("x", TensorShape.chw(3, 8, 8));
        Tensor once = b.relu("relu", b.conv("conv", x, 4, 3, 1, SAME, true));
        b.output("out", b.add("relu6", new Activation(Activation.Kind.RELU6), once));
        LiteGraph before = PassFixture.lowered(b.build());
        LiteGraph after = new FuseActivations().apply(before);
        assertEquals(List.of("CONV_2D", "RELU6"), PassFixture.codes(after));
        PassFixture.requireSameFunction(before, after);
    }
}

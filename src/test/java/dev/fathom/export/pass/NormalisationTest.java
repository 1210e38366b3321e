package dev.fathom.export.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.TestModels;
import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link FoldInputScale} and {@link AddByRow} on the stems of the two networks. */
class NormalisationTest {
    private static final int HEIGHT = 32;
    private static final int WIDTH = 40;

    @Test
    void litedepthsStemBecomesOneSumAndOneConvolution() {
        LiteGraph before = PassFixture.lowered(litedepthStem());
        LiteGraph after = Passes.apply(List.of(new FoldInputScale(), new AddByRow()), before);
        assertEquals(List.of("ADD", "CONV_2D"), PassFixture.codes(after));
        assertEquals(1, after.shape(after.nodes().get(0).inputs().get(1)).elements());
        PassFixture.requireSameFunction(before, after);
    }

    @Test
    void resnetsStemAddsTheMeanByRow() {
        LiteGraph before = PassFixture.lowered(resnetStem());
        LiteGraph after = Passes.apply(List.of(new FoldInputScale(), new AddByRow()), before);
        assertEquals(List.of("RESHAPE", "ADD", "RESHAPE", "PAD", "CONV_2D"), PassFixture.codes(after));
        assertEquals(
                WIDTH * 3, after.shape(after.nodes().get(1).inputs().get(1)).elements());
        PassFixture.requireSameFunction(before, after);
    }

    @Test
    void foldingTheMeanIntoTheBiasTooIsWrongAtTheBorder() {
        LiteGraph exact = new FoldInputScale().apply(PassFixture.lowered(litedepthStem()));
        LiteGraph folded = meanIntoBias(exact);
        float[] x = TestModels.noise(HEIGHT * WIDTH * 3, 0, 255, 3);
        float[] right = TestModels.run(exact, x);
        float[] wrong = TestModels.run(folded, x);
        int channels = 16;
        int width = WIDTH / 2;
        double inside = 0;
        double border = 0;
        for (int i = 0; i < right.length; i++) {
            int column = i / channels % width;
            int row = i / channels / width;
            double error = Math.abs(right[i] - wrong[i]);
            if (row < HEIGHT / 2 - 1 && column < width - 1) {
                inside = Math.max(inside, error);
            } else {
                border = Math.max(border, error);
            }
        }
        assertTrue(inside < 1e-5, "inside " + inside);
        assertTrue(border > 0.3, "at the border " + border);
    }

    /** What converters do: b' = b - sum of W * mean, while the padding stays zero. */
    private static LiteGraph meanIntoBias(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        LiteNode mean = graph.nodes().get(0);
        LiteNode conv = graph.nodes().get(1);
        Constant minusMean = graph.constants().get(mean.inputs().get(1));
        Constant weight = graph.constants().get(conv.inputs().get(1));
        Constant bias = graph.constants().get(conv.inputs().get(2));
        int each = weight.shape().elements() / bias.shape().elements();
        String shifted =
                rewrite.addConstant("shifted", Constant.vector(bias.shape().elements(), o -> {
                    double b = bias.at(o);
                    for (int i = 0; i < each; i++) {
                        b += weight.at(o * each + i) * minusMean.at(i % 3);
                    }
                    return b;
                }));
        rewrite.replace(
                conv.name(),
                List.of(new LiteNode(
                        conv.name(), conv.op(), mean.x(), conv.inputs().get(1), shifted)));
        return rewrite.graph();
    }

    private static Graph litedepthStem() {
        GraphBuilder b = new GraphBuilder("stem");
        Tensor x = b.input("x", TensorShape.chw(3, HEIGHT, WIDTH));
        x = b.normalize("normalize", x, List.of(127.5f, 127.5f, 127.5f), List.of(127.5f, 127.5f, 127.5f));
        b.output("out", b.conv("conv", x, 16, 3, 2, new Padding.Same(), false));
        return b.build();
    }

    private static Graph resnetStem() {
        GraphBuilder b = new GraphBuilder("stem");
        Tensor x = b.input("x", TensorShape.chw(3, HEIGHT, WIDTH));
        x = b.normalize("normalize", x, List.of(123.675f, 116.28f, 103.53f), List.of(58.395f, 57.12f, 57.375f));
        b.output("out", b.conv("conv", x, 16, 7, 2, Padding.uniform(3), false));
        return b.build();
    }
}

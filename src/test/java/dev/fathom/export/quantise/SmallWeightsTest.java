package dev.fathom.export.quantise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ImageSize;
import dev.fathom.export.TestModels;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Passes;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallWeightsTest {
    private final LiteGraph graph = litedepth();

    private static LiteGraph litedepth() {
        Graph graph = Architectures.named("litedepth").build(ImageSize.VGA);
        return Passes.apply(Passes.forFloat(), new Lowering().lower(graph, TestModels.trainedLike(graph, 1)));
    }

    @Test
    void halfKeepsEveryConvolutionsWeightsAndBiasesInSixteenBits() {
        StoredGraph half = SmallWeights.half(graph);
        long convolutions =
                graph.nodes().stream().filter(Interior::isConvolution).count();
        assertEquals(2 * convolutions, half.storage().size());
        requireOnePartition(half);
    }

    @Test
    void dynamicKeepsLargeDenseWeightsInEightBitsAndAllDepthwiseOnesAsTheyAre() {
        StoredGraph dynamic = SmallWeights.dynamic(graph);
        for (LiteNode node : graph.nodes()) {
            if (Interior.isConvolution(node)) {
                String weight = node.inputs().get(1);
                boolean dense = node.op() instanceof WithActivation.Conv2d;
                boolean eight = dense && graph.shape(weight).elements() >= 1024;
                assertEquals(eight, dynamic.of(weight) instanceof Storage.Whole, weight);
            }
        }
        requireOnePartition(dynamic);
    }

    private static void requireOnePartition(StoredGraph graph) {
        try (TfliteInterpreter interpreter = QuantisedGraphs.load(graph)) {
            assertEquals(List.of(), interpreter.delegation().notDelegated());
            assertEquals(1, interpreter.delegation().partitions());
        }
    }
}

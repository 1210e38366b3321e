package dev.fathom.export.pass;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.export.TestModels;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.graph.Graph;
import java.util.List;

/** What tests of passes share. */
final class PassFixture {
    private PassFixture() {}

    static LiteGraph lowered(Graph graph) {
        return new Lowering().lower(graph, TestModels.trainedLike(graph, 11));
    }

    /** Names of the operations in order. */
    static List<String> codes(LiteGraph graph) {
        return graph.nodes().stream().map(n -> n.op().code()).toList();
    }

    /** Runs both on noise 0 to 255 and compares, relative to the largest value. */
    static void requireSameFunction(LiteGraph before, LiteGraph after) {
        int length = before.inputs().values().iterator().next().elements();
        float[] x = TestModels.noise(length, 0, 255, 3);
        double error = TestModels.relativeError(TestModels.run(before, x), TestModels.run(after, x));
        assertTrue(error < 1e-6, "the function changes by " + error);
    }
}

package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Passes;
import dev.fathom.graph.Graph;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every operation once, against PyTorch 1.13 in double. */
class AllOperationsTest {
    private final Graph graph = AllOperations.graph();
    private final Weights weights = AllOperations.weights(graph);

    @Test
    void theReferenceAgreesWithPyTorch() {
        requireTorchNumbers(ReferenceNetwork.run(graph, weights, AllOperations.picture()), 1e-9);
    }

    @Test
    void thePlainLoweringAgreesWithPyTorch() {
        requireTorchNumbers(wide(run(new Lowering().lower(graph, weights))), 1e-5);
    }

    @Test
    void theFastFormAgreesWithPyTorch() {
        LiteGraph fast = Passes.apply(Passes.forFloat(), new Lowering().lower(graph, weights));
        requireTorchNumbers(wide(run(fast)), 1e-5);
        double[] expected = ReferenceNetwork.run(graph, weights, AllOperations.picture());
        assertTrue(TestModels.relativeError(expected, run(fast)) < 1e-6);
    }

    private static float[] run(LiteGraph lowered) {
        return TestModels.run(lowered, AllOperations.picture());
    }

    /** Values of the output [20, 42, 2] at six places, their sum and the sum of their squares. */
    private static void requireTorchNumbers(double[] y, double tolerance) {
        assertEquals(5.837616475, at(y, 0, 0, 0), tolerance);
        assertEquals(2.809358562, at(y, 0, 41, 1), tolerance);
        assertEquals(4.690781463, at(y, 7, 13, 0), tolerance);
        assertEquals(0.531621547, at(y, 12, 20, 1), tolerance);
        assertEquals(1.395137378, at(y, 19, 41, 0), tolerance);
        assertEquals(-5.006971416, at(y, 19, 0, 1), tolerance);
        assertEquals(3210.981321792, Arrays.stream(y).sum(), tolerance * 1000);
        assertEquals(20033.998227689, Arrays.stream(y).map(v -> v * v).sum(), tolerance * 1000);
    }

    private static double at(double[] y, int row, int column, int channel) {
        return y[(row * 42 + column) * 2 + channel];
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}

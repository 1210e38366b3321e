package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fathom.graph.DropPath;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.TensorShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropPathTest {
    private static final int IMAGES = 2000;

    @Test
    void wholeImagesAreDroppedAndTheOthersGrow() {
        Torch.start(1);
        try (NDManager manager = Torch.newManager();
                GraphBlock block = new GraphBlock(graph(0.3), manager)) {
            Torch.seed(5);
            float[] first = run(manager, block, true);
            int dropped = 0;
            for (int i = 0; i < IMAGES; i++) {
                boolean zero = first[2 * i] == 0;
                dropped += zero ? 1 : 0;
                assertEquals(zero ? 0 : 3 / 0.7, first[2 * i], 1e-5);
                assertEquals(zero ? 0 : 4 / 0.7, first[2 * i + 1], 1e-5);
            }
            // Four standard deviations of a binomial distribution.
            assertEquals(0.3, dropped / (double) IMAGES, 0.041);
            assertFalse(Arrays.equals(first, run(manager, block, true)));
            Torch.seed(5);
            assertArrayEquals(first, run(manager, block, true), 0f);
        }
    }

    @Test
    void evaluationDropsNothing() {
        Torch.start(1);
        try (NDManager manager = Torch.newManager();
                GraphBlock block = new GraphBlock(graph(0.3), manager)) {
            float[] values = run(manager, block, false);
            for (int i = 0; i < values.length; i++) {
                assertEquals(3 + i % 2, values[i]);
            }
        }
    }

    @Test
    void aGraphSaysWhetherItDraws() {
        assertTrue(graph(0.3).nodes().stream().anyMatch(n -> n.op().random()));
        assertFalse(graph(0).nodes().stream().anyMatch(n -> n.op().random()));
    }

    private static Graph graph(double probability) {
        GraphBuilder b = new GraphBuilder("stochastic depth");
        b.output("y", b.add("drop", new DropPath(probability), b.input("image", TensorShape.chw(2, 1, 1))));
        return b.build();
    }

    private static float[] run(NDManager manager, GraphBlock block, boolean training) {
        float[] values = new float[2 * IMAGES];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 + i % 2;
        }
        return block.forward(manager.create(values, new Shape(IMAGES, 2, 1, 1)), training)
                .get("y")
                .toFloatArray();
    }
}

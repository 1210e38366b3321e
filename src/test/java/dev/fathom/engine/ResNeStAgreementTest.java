package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.network.Encoders;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ResNeSt against PyTorch; the size of the smaller one leaves odd maps, whose pooling windows hang over. */
class ResNeStAgreementTest extends TorchTestBase {
    private static final List<String> OUTPUTS =
            List.of("encoder/2", "encoder/4", "encoder/8", "encoder/16", "encoder/32");

    @Test
    void fiftyLayersAgree() {
        agrees("resnest50", new ImageSize(40, 52), 4);
    }

    @Tag("slow")
    @Test
    void hundredOneLayersAgree() {
        agrees("resnest101", new ImageSize(64, 96), 8);
    }

    /** Batch norm of a few means amplifies rounding: PyTorch's own float32 is up to 2e-3 from its float64 here. */
    private void agrees(String name, ImageSize size, int images) {
        PyTorchReference reference = new PyTorchReference("resnest.csv", manager, images);
        Graph graph = EncoderGraph.of(Encoders.named(name), size);
        assertEquals(5, reference.count(graph, "eval"));
        assertEquals(15, reference.count(graph, "gradient"));
        assertEquals(5, reference.count(graph, "after"));
        reference.agreesInDoublePrecision(graph, OUTPUTS);
        reference.agreesInSinglePrecision(graph, false, 1e-4);
        reference.agreesInSinglePrecision(graph, true, 5e-3);
    }

    @Test
    void aBatchOfOneImageIsRefusedInTrainingBecauseItsNormsHaveNoVariance() {
        Graph graph = EncoderGraph.of(Encoders.named("resnest50"), new ImageSize(32, 32));
        GraphBlock block = new GraphBlock(graph, manager);
        NDArray image = manager.zeros(new Shape(1, 3, 32, 32));
        block.forward(image, false);
        UserException e = assertThrows(UserException.class, () -> block.forward(image, true));
        assertTrue(e.sentence().startsWith("resnest50 cannot be trained with one image in a batch"), e.sentence());
    }
}

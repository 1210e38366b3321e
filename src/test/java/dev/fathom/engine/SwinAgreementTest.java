package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Encoders;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Swin Transformers against PyTorch. The sizes are such that patches, windows and merged pairs all need padding, that
 * the first stages have several shifted windows and the last a map smaller than one.
 */
class SwinAgreementTest extends TorchTestBase {
    private static final List<String> OUTPUTS = List.of("encoder/4", "encoder/8", "encoder/16", "encoder/32");
    private static final ImageSize SMALL = new ImageSize(68, 92);

    @Test
    void theTinyOneAgrees() {
        agrees("swin_t", new ImageSize(90, 118));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"swin_b", "swin_l"})
    void theLargerOnesAgree(String name) {
        agrees(name, SMALL);
    }

    private void agrees(String name, ImageSize size) {
        PyTorchReference reference = new PyTorchReference("swin.csv", manager, 2);
        Graph graph = EncoderGraph.of(Encoders.named(name), size);
        assertEquals(4, reference.count(graph, "eval"));
        assertEquals(18, reference.count(graph, "gradient"));
        reference.agreesInDoublePrecision(graph, OUTPUTS);
        reference.agreesInSinglePrecision(graph, false, 2e-5);
        reference.agreesInSinglePrecision(graph, true, 2e-5);
    }
}

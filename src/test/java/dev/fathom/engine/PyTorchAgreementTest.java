package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The networks against PyTorch models of the same structure (timm's {@code tf_mobilenetv3_small_minimal_100} cut after
 * its fifth stage, torchvision's {@code resnet18}, and the light head), two images of 480x640.
 */
class PyTorchAgreementTest extends TorchTestBase {
    private PyTorchReference reference;

    @BeforeEach
    void read() {
        reference = new PyTorchReference("pytorch.csv", manager, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void inDoublePrecisionEverythingAgreesTo9Digits(String network) {
        Graph graph = graph(network);
        long trainable = graph.parameters().values().stream()
                .filter(spec -> spec.trainable())
                .count();
        assertEquals(11, reference.count(graph, "eval"));
        assertEquals(trainable, reference.count(graph, "gradient"));
        assertEquals(graph.parameters().size() - trainable, reference.count(graph, "after"));
        reference.agreesInDoublePrecision(graph, List.of("depth_native"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void inSinglePrecisionEvaluationAgreesTo5Digits(String network) {
        reference.agreesInSinglePrecision(graph(network), false, 1e-5);
    }

    /** Batch statistics of two images amplify rounding: PyTorch's own float32 is up to 7e-5 from its float64 here. */
    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void inSinglePrecisionTrainingAgreesTo4Digits(String network) {
        reference.agreesInSinglePrecision(graph(network), true, 1e-4);
    }

    private static Graph graph(String network) {
        return Architectures.named(network).build(ImageSize.VGA);
    }
}

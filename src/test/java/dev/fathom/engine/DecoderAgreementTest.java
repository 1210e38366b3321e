package dev.fathom.engine;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoders, and the whole networks of the papers, against PyTorch: all taps, both modes, gradients and statistics. */
class DecoderAgreementTest extends TorchTestBase {
    private static final ImageSize IMAGE = new ImageSize(70, 100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resnet18+light-1x1",
                "resnet18+light-mixed",
                "resnet18+light-3x3",
                "resnet18+light5",
                "resnet18+nnconv5",
                "resnet18+nnconv5-bilinear",
                "resnet18+xian",
                "resnet18+mff"
            })
    void decodersAgreeWithPyTorch(String network) {
        agrees(network, 1e-4);
    }

    /**
     * The batch statistics of 12 places amplify rounding through the deep encoders: PyTorch's own float32 is up to 5.8e-3
     * from its float64 here.
     */
    @ParameterizedTest
    @ValueSource(strings = {"wang2021-student", "hu-student"})
    void wholeNetworksAgreeWithPyTorch(String network) {
        agrees(network, 6e-3);
    }

    private void agrees(String network, double trainingTolerance) {
        PyTorchReference reference = new PyTorchReference("decoders.csv", manager, 2);
        Graph graph = Architectures.named(network + "@64x96").build(IMAGE);
        reference.agreesInDoublePrecision(graph, List.of("depth_native"));
        reference.agreesInSinglePrecision(graph, false, 2e-5);
        reference.agreesInSinglePrecision(graph, true, trainingTolerance);
    }
}

package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.lowering.Lowering;
import dev.fathom.export.pass.Passes;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.graph.Graph;
import dev.fathom.network.Architectures;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNetworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "resnet18-light"})
    void theExportedNetworkComputesWhatItsDefinitionSaysInOnePartition(String name) {
        Graph graph = Architectures.named(name).build(ImageSize.VGA);
        Weights weights = TestModels.trainedLike(graph, 7);
        float[] image = TestModels.picture(480, 640);
        double[] expected = ReferenceNetwork.run(graph, weights, image);
        LiteGraph lowered = new Lowering().lower(graph, weights);
        LiteGraph fast = Passes.apply(Passes.forFloat(), lowered);
        try (TfliteInterpreter interpreter = TestModels.load(fast)) {
            float[] depth = interpreter.run(image);
            double error = TestModels.relativeError(expected, depth);
            assertTrue(error < 1e-5, name + " differs by " + error);
            assertEquals(List.of(), interpreter.delegation().notDelegated());
            assertEquals(1, interpreter.delegation().partitions());
        }
    }
}

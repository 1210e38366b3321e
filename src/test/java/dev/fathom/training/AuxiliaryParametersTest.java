package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.fathom.core.UserException;
import dev.fathom.engine.TorchTestBase;
import dev.fathom.engine.Weights;
import dev.fathom.run.OptimizerConfig;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.LossTerm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuxiliaryParametersTest extends TorchTestBase {
    /** Learns the constants 3 and -1. */
    private record Learning() implements DepthLoss {
        @Override
        public NDArray of(LossInput input) {
            NDArray a = input.parameters().get("a").sub(3).square().sum();
            NDArray b = input.parameters().get("b").add(1).square().sum();
            return a.add(b);
        }

        @Override
        public Map<String, double[]> parameters() {
            return Map.of("b", new double[] {0.5}, "a", new double[] {1, 2});
        }
    }

    private static final LossTerm LEARNING = new LossTerm("learning", 1, new Learning());
    private static final LossTerm FIXED = new LossTerm("fixed", 1, LossInput::depth);

    @TempDir
    private Path folder;

    @Test
    void eachLossSeesItsOwnAndTheOptimiserSeesAll() {
        AuxiliaryParameters parameters = of(FIXED, LEARNING);
        assertEquals(Map.of(), parameters.of("fixed"));
        assertArrayEquals(new float[] {1, 2}, parameters.of("learning").get("a").toFloatArray());
        assertEquals(
                List.of("learning/a", "learning/b"),
                List.copyOf(parameters.all().keySet()));
        assertTrue(of(FIXED).isEmpty());
    }

    @Test
    void trainingGoesOnFromAFileToTheLastBit() throws IOException {
        AuxiliaryParameters whole = of(LEARNING);
        Adam adam = adam(whole);
        train(whole, adam, 3);
        whole.values().write(folder.resolve("values"));
        adam.state().write(folder.resolve("adam"));
        AuxiliaryParameters resumed = of(LEARNING);
        Adam again = adam(resumed);
        resumed.restore(Weights.read(folder.resolve("values")));
        again.restore(Weights.read(folder.resolve("adam")));
        train(whole, adam, 3);
        train(resumed, again, 3);
        float[] expected = whole.of("learning").get("a").toFloatArray();
        assertArrayEquals(expected, resumed.of("learning").get("a").toFloatArray(), 0f);
        assertNotEquals(1f, expected[0]);
    }

    @Test
    void valuesOfOtherLossesAreRefused() {
        AuxiliaryParameters parameters = of(LEARNING);
        Weights others = of(new LossTerm("other", 1, new Learning())).values();
        UserException e = assertThrows(UserException.class, () -> parameters.restore(others));
        assertTrue(e.sentence().contains("are of other losses"), e.sentence());
    }

    private AuxiliaryParameters of(LossTerm... terms) {
        return AuxiliaryParameters.of(new TotalLoss(List.of(terms), new Reweighting(List.of())), manager);
    }

    private Adam adam(AuxiliaryParameters parameters) {
        return new Adam(manager, parameters.all(), OptimizerConfig.adam(null, null, null, null));
    }

    private void train(AuxiliaryParameters parameters, Adam adam, int steps) {
        for (int i = 0; i < steps; i++) {
            try (NDManager scope = manager.newSubManager()) {
                parameters.attach(scope);
                try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                    LossInput input = new LossInput(
                            scope, null, null, Map.of(), Map.of(), null, null, parameters.of("learning"), i);
                    gradients.backward(LEARNING.loss().of(input));
                }
            }
            adam.step(0.1, adam.gradientNorm());
        }
    }
}

package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.engine.TorchTestBase;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.FocalLengths;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.LossTerm;
import dev.fathom.training.losses.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalLossTest extends TorchTestBase {
    /** The mean of the depth it sees. */
    private static final LossTerm ON_TRUTH =
            new LossTerm("mean", 2, input -> input.depth().mean());

    private static final LossTerm ON_ALL = new LossTerm("all", 3, new DepthLoss() {
        @Override
        public NDArray of(LossInput input) {
            return input.depth().mean();
        }

        @Override
        public boolean needsLabels() {
            return false;
        }
    });

    private record Result(float total, Map<String, Double> values, float[] gradient, Float slopeOfP) {}

    /** Two images of depth 1 and 5. */
    private Result evaluate(TotalLoss loss, int labelled, AuxiliaryParameters auxiliary) {
        try (NDManager scope = manager.newSubManager()) {
            auxiliary.attach(scope);
            NDArray depth = scope.create(new float[] {1, 5}, new Shape(2, 1, 1, 1));
            depth.setRequiresGradient(true);
            Truth truth = new Truth(2, 1, 1, new float[] {1, 0}, new float[] {1, 0});
            FocalLengths camera = FocalLengths.kinect(1, 1);
            LossInput input = new LossInput(scope, depth, truth, Map.of(), Map.of(), null, camera, Map.of(), 1);
            Map<String, Double> values = new LinkedHashMap<>();
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                NDArray total = loss.of(input, labelled, auxiliary, values);
                gradients.backward(total);
                NDArray p = auxiliary.of(Reweighting.NAME).get("mean");
                Float slope = p == null ? null : p.getGradient().getFloat(0);
                return new Result(total.getFloat(), values, depth.getGradient().toFloatArray(), slope);
            }
        }
    }

    @Test
    void lossesOnTruthSeeTheLabelledImagesAloneAndTheOthersAll() {
        TotalLoss loss = new TotalLoss(List.of(ON_TRUTH, ON_ALL), new Reweighting(List.of()));
        AuxiliaryParameters none = AuxiliaryParameters.of(loss, manager);
        Result half = evaluate(loss, 1, none);
        assertEquals(2 * 1 + 3 * 3, half.total());
        assertEquals(Map.of("mean", 1.0, "all", 3.0), half.values());
        assertArrayEquals(new float[] {3.5f, 1.5f}, half.gradient(), 1e-6f);
        assertEquals(2 * 3 + 3 * 3, evaluate(loss, 2, none).total());
    }

    @Test
    void learntWeightsFollowTheFormulaAndLeaveTheOtherLossesAlone() {
        TotalLoss loss = new TotalLoss(List.of(ON_TRUTH, ON_ALL), new Reweighting(List.of("mean")));
        assertEquals(List.of("mean", "all", "p_mean"), loss.curves());
        AuxiliaryParameters auxiliary = AuxiliaryParameters.of(loss, manager);
        // With p = 1 and L = 2 * 3: L / 2 + ln 2, and dL/dp = -L / p^3 + 2p / (1 + p^2).
        Result first = evaluate(loss, 2, auxiliary);
        assertEquals(3 + Math.log(2) + 9, first.total(), 1e-5);
        assertEquals(-6 + 1, first.slopeOfP(), 1e-5);
        assertArrayEquals(new float[] {2, 2}, first.gradient(), 1e-6f);
        assertEquals(1.0, first.values().get("p_mean"));
    }
}

package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.core.UserException;
import dev.fathom.engine.Ops;
import dev.fathom.engine.TorchTestBase;
import dev.fathom.engine.Weights;
import dev.fathom.run.OptimizerConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The expected numbers are PyTorch's own Adam and clip_grad_norm_ in float64 on the same problem. */
class AdamTest extends TorchTestBase {
    private NDArray p;
    private NDArray q;

    @BeforeEach
    void start() {
        p = manager.create(new double[] {1, -2, 3});
        q = manager.create(new double[] {.5});
        p.setRequiresGradient(true);
        q.setRequiresGradient(true);
    }

    private Adam adam(double eps, double decay, double clip) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("p", p);
        parameters.put("q", q);
        return new Adam(manager, parameters, OptimizerConfig.adam(.1, eps, decay, clip));
    }

    /** The gradient of {@code .3 |p|^2 + (k + 1) (q - 2)^2}, then a step; returns the gradient's norm. */
    private double step(Adam adam, int k) {
        try (NDManager scope = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            p.tempAttach(scope);
            q.tempAttach(scope);
            NDArray first = Ops.scale(p.square().sum(), .3);
            NDArray second = Ops.scale(q.sub(2).square().sum(), k + 1);
            collector.backward(first.add(second));
        }
        double norm = adam.gradientNorm();
        adam.step(.1, norm);
        return norm;
    }

    @Test
    void threeStepsWithALargeEpsilonAreThoseOfPyTorch() {
        Adam adam = adam(1e-3, 0, 1e9);
        assertEquals(3.746998799039039, step(adam, 0), 1e-12);
        assertArrayEquals(
                new double[] {0.9001663893510815, -1.9000832639467111, 2.9000555247084954}, p.toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {0.5999666777740753}, q.toDoubleArray(), 1e-12);
        step(adam, 1);
        step(adam, 2);
        assertArrayEquals(
                new double[] {0.7021047856981337, -1.7008783846973474, 2.7005504517159022}, p.toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {0.7941302443618921}, q.toDoubleArray(), 1e-12);
    }

    @Test
    void weightDecayIsAddedToTheGradientAsInPyTorch() {
        Adam adam = adam(1e-3, .1, 1e9);
        for (int k = 0; k < 3; k++) {
            step(adam, k);
        }
        assertArrayEquals(
                new double[] {0.702030828025813, -1.7008419843301519, 2.7005263308925067}, p.toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {0.7940111688527051}, q.toDoubleArray(), 1e-12);
    }

    private Adam adamW(boolean decayNorms) {
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("p", p);
        parameters.put("norm.weight", q);
        return new Adam(
                manager,
                parameters,
                new OptimizerConfig(OptimizerConfig.Kind.ADAMW, .1, null, null, null, .1, decayNorms, 1e9));
    }

    @Test
    void adamWTakesTheDecayFromTheWeightsAsInPyTorch() {
        p = matrix();
        Adam adam = adamW(true);
        for (int k = 0; k < 3; k++) {
            step(adam, k);
        }
        assertArrayEquals(
                new double[] {0.6751012252547087, -1.6443686853372352, 2.6144056184578726}, p.toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {0.776287040044486}, q.toDoubleArray(), 1e-12);
    }

    @Test
    void normsCanBeLeftOutOfTheDecay() {
        p = matrix();
        Adam adam = adamW(false);
        for (int k = 0; k < 3; k++) {
            step(adam, k);
        }
        assertArrayEquals(
                new double[] {0.6751012252547087, -1.6443686853372352, 2.6144056184578726}, p.toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {0.7942024326321083}, q.toDoubleArray(), 1e-12);
    }

    @Test
    void whatLossesLearnIsNotDecayedExceptTheWeightsOfAdapters() {
        Shape flat = new Shape(4);
        List<DecayedGroup> groups = DecayedGroup.of(
                List.of(
                        "conv.weight",
                        "robust/alpha_logit",
                        "l2/decoder_8.weight",
                        "l2/decoder_8.bias",
                        "reweighting/silog"),
                List.of(new Shape(2, 2), flat, flat, flat, flat),
                new OptimizerConfig(OptimizerConfig.Kind.ADAM, .1, null, null, null, .1, true, null));
        assertArrayEquals(new int[] {0, 2}, groups.get(0).members());
        assertArrayEquals(new int[] {1, 3, 4}, groups.get(1).members());
        assertEquals(0, groups.get(1).decay());
    }

    private NDArray matrix() {
        NDArray matrix = manager.create(new double[] {1, -2, 3}, new Shape(1, 3));
        matrix.setRequiresGradient(true);
        return matrix;
    }

    @Test
    void gradientsAreClippedOnBothSidesByTheirCommonNormAsInPyTorch() {
        Adam adam = adam(1e-8, 0, 1);
        for (int k = 0; k < 3; k++) {
            step(adam, k);
        }
        assertArrayEquals(
                new double[] {0.7155748807613418, -1.7131983614788922, 2.712465467970548}, p.toDoubleArray(), 1e-12);
        assertArrayEquals(new double[] {0.8004216700918179}, q.toDoubleArray(), 1e-12);
    }

    @Test
    void aParameterThatNoLossReachesStaysAsItIs() {
        NDArray unused = manager.create(new double[] {7});
        unused.setRequiresGradient(true);
        Map<String, NDArray> parameters = new LinkedHashMap<>(Map.of("p", p));
        parameters.put("unused", unused);
        parameters.put("q", q);
        Adam adam = new Adam(manager, parameters, OptimizerConfig.adam(.1, 1e-3, 0.0, 1e9));
        step(adam, 0);
        assertArrayEquals(new double[] {7}, unused.toDoubleArray());
        assertArrayEquals(new double[] {0.5999666777740753}, q.toDoubleArray(), 1e-12);
    }

    @Test
    void stateOfAnotherNetworkIsRefused() {
        Adam adam = adam(1e-3, 0, 1e9);
        Weights other = new Weights("other", Map.of(), Map.of());
        assertThrows(UserException.class, () -> adam.restore(other));
    }
}

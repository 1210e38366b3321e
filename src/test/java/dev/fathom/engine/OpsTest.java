package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpsTest {
    private NDManager manager;

    @BeforeEach
    void open() {
        Torch.start(2);
        manager = Torch.newManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void scalarsKeepTheElementTypeAndThePrecision() {
        NDArray single = manager.create(new float[] {2, 4});
        assertEquals(DataType.FLOAT32, Ops.scale(single, 0.85).getDataType());
        assertEquals(DataType.FLOAT32, Ops.scale(single.sum(), 0.85).getDataType());
        NDArray exact = manager.create(new double[] {2, 4});
        assertArrayEquals(
                new double[] {2 * 0.85, 4 * 0.85}, Ops.scale(exact, 0.85).toDoubleArray());
        assertArrayEquals(
                new double[] {2 / 0.3, 4 / 0.3}, Ops.divide(exact, 0.3).toDoubleArray());
        assertArrayEquals(new double[] {2.1, 4.1}, Ops.offset(exact, 0.1).toDoubleArray());
        assertArrayEquals(
                new double[] {0.1 - 2, 0.1 - 4}, Ops.subtractFrom(0.1, exact).toDoubleArray());
        assertArrayEquals(new double[] {8, 64}, Ops.power(exact, 3).toDoubleArray(), 1e-14);
    }

    @Test
    void everyOperationHasTheGradientOfFiniteDifferences() {
        double[] x = {-1.7, -0.4, 0.3, 1.2, 2.6, 0.05};
        Gradients.check(manager, x, a -> Ops.scale(a, 3.7));
        Gradients.check(manager, x, a -> Ops.divide(a, 3.7));
        Gradients.check(manager, x, a -> Ops.offset(a, 3.7));
        Gradients.check(manager, x, a -> Ops.subtractFrom(3.7, a));
        Gradients.check(manager, x, a -> Ops.power(a, 2));
        Gradients.check(manager, x, a -> Ops.clamp(a, -1, 2));
        Gradients.check(manager, x, a -> Ops.atLeast(a, 0.1));
        Gradients.check(manager, x, a -> Ops.atMost(a, 0.1));
        Gradients.check(manager, x, a -> Ops.sqrt(a.square()));
        NDArray mask = manager.create(new boolean[] {true, false, true, true, false, true});
        Gradients.check(manager, x, a -> Ops.select(mask, a, 2).square());
        Gradients.check(manager, x, a -> Ops.maskedSum(a.square(), mask));
        Gradients.check(manager, x, a -> Ops.maskedMean(a.square(), mask));
    }

    @Test
    void gradientsSurviveTheCollectorBetweenForwardAndBackward() {
        NDArray x = manager.full(new Shape(397), 1f);
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray y =
                    Ops.atLeast(Ops.divide(Ops.power(Ops.scale(x, 2), 2), 4), 0).sum();
            for (int i = 0; i < 3; i++) {
                System.gc();
                overwriteFreedMemory();
            }
            collector.backward(y);
        }
        assertEquals(794f, x.getGradient().sum().getFloat());
    }

    private void overwriteFreedMemory() {
        try (NDManager scratch = manager.newSubManager()) {
            for (int i = 0; i < 200; i++) {
                scratch.create(-1e30f);
            }
        }
    }

    @Test
    void rootHasZeroGradientAtZero() {
        NDArray x = manager.create(new float[] {0, 4});
        assertArrayEquals(new float[] {0, 0.25f}, Gradients.of(x, Ops::sqrt).toFloatArray());
        assertArrayEquals(new float[] {0, 2}, Ops.sqrt(x).toFloatArray());
    }

    @Test
    void selectingBeforeTheLogarithmKeepsInvalidPixelsOutOfTheGradient() {
        NDArray x = manager.create(new float[] {-1, 0, 2});
        NDArray mask = x.gt(0);
        assertArrayEquals(
                new float[] {0, 0, 0.5f},
                Gradients.of(x, a -> Ops.select(mask, a, 1).log()).toFloatArray());
    }

    @Test
    void maskedMeanOfNothingIsZero() {
        NDArray x = manager.create(new float[] {Float.NaN, 5});
        NDArray nothing = manager.create(new boolean[] {false, false});
        assertEquals(0f, Ops.maskedMean(x, nothing).getFloat());
        assertEquals(
                5f,
                Ops.maskedMean(x, manager.create(new boolean[] {false, true})).getFloat());
    }

    @Test
    void aMaskOfOneChannelSelectsInAllChannels() {
        NDArray x = manager.ones(new Shape(1, 2, 1, 2));
        NDArray mask = manager.create(new boolean[] {true, false}).reshape(1, 1, 1, 2);
        assertArrayEquals(new float[] {1, 7, 1, 7}, Ops.select(mask, x, 7).toFloatArray());
    }

    /** Row 0 1 2 3 of a 1x1x1x4 image, hand computed from the definitions. */
    @Test
    void resizesFollowPyTorchsDefinitions() {
        NDArray x = manager.create(new float[] {0, 1, 2, 3}).reshape(1, 1, 1, 4);
        assertArrayEquals(new float[] {0, 1, 2}, Ops.resizeNearest(x, 1, 3).toFloatArray());
        assertArrayEquals(new float[] {0.5f, 2.5f}, Ops.resizeBilinear(x, 1, 2).toFloatArray());
        assertArrayEquals(
                new float[] {0, 0.25f, 0.75f, 1.25f, 1.75f, 2.25f, 2.75f, 3},
                Ops.resizeBilinear(x, 1, 8).toFloatArray());
        assertArrayEquals(
                new float[] {0, 1.5f, 3},
                Ops.resizeBilinearAlignCorners(x, 1, 3).toFloatArray());
        NDArray thirds = manager.create(new float[] {0, 3, 6}).reshape(1, 1, 1, 3);
        // Antialiasing would mix in the middle pixel: 0.75 instead of 0.
        assertArrayEquals(new float[] {3}, Ops.resizeBilinear(thirds, 1, 1).toFloatArray());
    }

    @Test
    void resizesHaveTheGradientOfFiniteDifferences() {
        double[] x = new double[12];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(i * i + 0.3);
        }
        UnaryOperator<NDArray> asImage = a -> a.reshape(1, 1, 3, 4);
        Gradients.check(
                manager, x, a -> Ops.resizeNearest(asImage.apply(a), 5, 3).square());
        Gradients.check(
                manager, x, a -> Ops.resizeBilinear(asImage.apply(a), 2, 7).square());
        Gradients.check(manager, x, a -> Ops.resizeBilinearAlignCorners(asImage.apply(a), 5, 2)
                .square());
    }

    @Test
    void resizeInsideGradientScopeDoesNotDependOnTheSizeArray() {
        NDArray x = manager.ones(new Shape(1, 1, 2, 2));
        assertArrayEquals(
                new float[] {4, 4, 4, 4},
                Gradients.of(x, a -> Ops.resizeNearest(a, 4, 4)).toFloatArray());
    }
}

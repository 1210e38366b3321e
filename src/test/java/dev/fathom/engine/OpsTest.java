package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

class OpsTest extends TorchTestBase {
    @Test
    void scalarsKeepTheElementTypeAndThePrecision() {
        NDArray single = manager.create(new float[] {2, 4});
        assertEquals(DataType.FLOAT32, Ops.scale(single, 0.85).getDataType());
        assertEquals(DataType.FLOAT32, Ops.scale(single.sum(), 0.85).getDataType());
        NDArray exact = manager.create(new double[] {2, 4});
        assertArrayEquals(
                new double[] {2 * 0.85, 4 * 0.85}, Ops.scale(exact, 0.85).toDoubleArray());
        assertArrayEquals(new double[] {2.1, 4.1}, Ops.offset(exact, 0.1).toDoubleArray());
    }

    @Test
    void everyOperationHasTheGradientOfFiniteDifferences() {
        double[] x = {-1.7, -0.4, 0.3, 1.2, 2.6, 0.05};
        Gradients.check(manager, x, a -> Ops.scale(a, 3.7));
        Gradients.check(manager, x, a -> Ops.offset(a, 3.7));
        Gradients.check(manager, x, a -> Ops.atLeast(a, 0.1));
        NDArray mask = manager.create(new boolean[] {true, false, true, true, false, true});
        Gradients.check(manager, x, a -> Ops.select(mask, a, 2).square());
        Gradients.check(manager, x, a -> Ops.maskedMean(a.square(), mask));
    }

    @Test
    void gradientsSurviveTheCollectorBetweenForwardAndBackward() {
        NDArray x = manager.full(new Shape(397), 1f);
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray y =
                    Ops.atLeast(Ops.scale(Ops.scale(x, 2).square(), 0.25), 0).sum();
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

    @Test
    void bilinearResizeIsNotAntialiased() {
        NDArray x = manager.create(new float[] {0, 3, 6, 30}).reshape(1, 1, 1, 4);
        assertArrayEquals(new float[] {1.5f, 18f}, Ops.resizeBilinear(x, 1, 2).toFloatArray());
        NDArray three = manager.create(new float[] {0, 3, 60}).reshape(1, 1, 1, 3);
        assertArrayEquals(new float[] {3}, Ops.resizeBilinear(three, 1, 1).toFloatArray(), "the middle pixel alone");
    }

    @Test
    void resizeHasTheGradientOfFiniteDifferences() {
        double[] x = new double[12];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(i * i + 0.3);
        }
        Gradients.check(
                manager, x, a -> Ops.resizeBilinear(a.reshape(1, 1, 3, 4), 2, 7).square());
    }

    @Test
    void assigningKeepsTheArrayAndConvertsTheType() {
        NDArray target = manager.zeros(new Shape(2), DataType.FLOAT64);
        Ops.assign(target, manager.create(new float[] {1, 2}));
        assertArrayEquals(new double[] {1, 2}, target.toDoubleArray());
        assertThrows(IllegalArgumentException.class, () -> Ops.assign(target, manager.create(new float[3])));
    }

    @Test
    void memoryOrderAndLogicalOrderAreViewsOfOneArray() {
        NDArray logical = manager.arange(24f).reshape(1, 3, 4, 2).transpose(0, 3, 1, 2);
        NDArray memory = Ops.inMemoryOrder(logical);
        assertEquals(new Shape(1, 3, 4, 2), memory.getShape());
        assertArrayEquals(manager.arange(24f).toFloatArray(), memory.toFloatArray());
        Ops.assign(memory, memory.zerosLike());
        assertEquals(0f, logical.sum().getFloat());
        assertEquals(logical.getShape(), Ops.inLogicalOrder(memory).getShape());
    }
}

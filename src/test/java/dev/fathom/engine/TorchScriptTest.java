package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import org.junit.jupiter.api.Test;

class TorchScriptTest extends TorchTestBase {
    private static final String METHODS =
            """
              def cubed(self: __torch__.M, x: Tensor) -> Tensor:
                return torch.mul(torch.mul(x, x), x)
              def sum_of(self: __torch__.M, x: Tensor, parts: List[Tensor]) -> List[Tensor]:
                return [torch.add(x, parts[0]), torch.add(x, parts[1])]
              def add_in_place(self: __torch__.M, x: Tensor, amount: float) -> Tensor:
                return torch.add_(x, amount)
            """;

    @Test
    void callsAreDifferentiable() {
        TorchScript script = TorchScript.load(manager, METHODS);
        NDArray x = manager.create(new double[] {-1, 2});
        assertArrayEquals(
                new double[] {3, 12},
                Gradients.of(x, a -> script.call("cubed", a)).toDoubleArray());
    }

    @Test
    void arraysOfOneListNameAreOneArgument() {
        TorchScript script = TorchScript.load(manager, METHODS);
        NDArray one = manager.create(new float[] {1});
        NDArray ten = manager.create(new float[] {10});
        NDArray hundred = manager.create(new float[] {100});
        ten.setName("parts[]");
        hundred.setName("parts[]");
        NDList sums = script.call("sum_of", new NDList(one, ten, hundred));
        assertEquals(2, sums.size());
        assertEquals(11f, sums.get(0).getFloat(0));
        assertEquals(101f, sums.get(1).getFloat(0));
    }

    @Test
    void runsUpdateInPlaceEvenWhatRequiresGradients() {
        TorchScript script = TorchScript.load(manager, METHODS);
        NDArray x = manager.create(new float[] {1, 2}).duplicate();
        x.setRequiresGradient(true);
        try (IValue target = IValue.from((PtNDArray) x);
                IValue amount = IValue.from(0.5);
                IValue result = script.run("add_in_place", target, amount)) {
            assertTrue(result.isTensor());
        }
        assertArrayEquals(new float[] {1.5f, 2.5f}, x.toFloatArray());
    }

    @Test
    void aMistakeInTheTextIsNamedByLibtorch() {
        EngineException e = assertThrows(
                EngineException.class,
                () -> TorchScript.load(
                        manager,
                        "  def f(self: __torch__.M, x: Tensor) -> Tensor:\n    return torch.no_such_operation(x)\n"));
        assertTrue(e.getMessage().contains("no_such_operation"), e.getMessage());
        assertEquals(0, manager.getManagedArrays().size());
    }
}

package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TorchSeedTest {
    private static final String DRAWING =
            """
              def drawn(self: __torch__.M, x: Tensor) -> Tensor:
                return torch.rand_like(x)
            """;

    @Test
    void whatAScriptDrawsDependsOnTheSeedAlone() {
        Torch.start(1);
        try (NDManager manager = Torch.newManager();
                TorchScript script = TorchScript.load(manager, DRAWING);
                NDArray x = manager.zeros(new Shape(8))) {
            Torch.seed(3);
            float[] first = script.call("drawn", x).toFloatArray();
            float[] second = script.call("drawn", x).toFloatArray();
            Torch.seed(3);
            assertArrayEquals(first, script.call("drawn", x).toFloatArray(), 0f);
            Torch.seed(-5_000_000_000L);
            assertFalse(Arrays.equals(first, script.call("drawn", x).toFloatArray()));
            assertFalse(Arrays.equals(first, second));
        }
    }
}

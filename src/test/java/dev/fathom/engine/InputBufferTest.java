package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class InputBufferTest {
    @Test
    void batchesOfAnySizeGoThroughOneBuffer() {
        Torch.start(1);
        InputBuffer buffer = new InputBuffer();
        try (NDManager manager = Torch.newManager()) {
            NDArray first = buffer.array(manager, new float[] {1, 2, 3, 4}, new Shape(2, 2));
            assertArrayEquals(new float[] {1, 2, 3, 4}, first.toFloatArray());
            NDArray smaller = buffer.array(manager, new float[] {5, 6}, new Shape(1, 2));
            assertArrayEquals(new float[] {5, 6}, smaller.toFloatArray());
            assertArrayEquals(new float[] {5, 6, 3, 4}, first.toFloatArray(), "the memory is used again");
            NDArray larger = buffer.array(manager, new float[] {7, 8, 9, 10, 11}, new Shape(5));
            assertArrayEquals(new float[] {7, 8, 9, 10, 11}, larger.toFloatArray());
        }
    }

    @Test
    void imagesBecomePlanesOfColour() {
        Torch.start(1);
        try (NDManager manager = Torch.newManager()) {
            float[] redGreenBlue = {1, 10, 100, 2, 20, 200};
            NDArray image = new InputBuffer().images(manager, redGreenBlue, 1, 1, 2);
            assertEquals(new Shape(1, 3, 1, 2), image.getShape());
            assertArrayEquals(new float[] {1, 2, 10, 20, 100, 200}, image.toFloatArray());
        }
    }
}

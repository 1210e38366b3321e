package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.RgbImage;
import org.junit.jupiter.api.Test;

class InputBufferTest {
    @Test
    void batchesOfAnySizeGoThroughOneBuffer() {
        Torch.start(1);
        InputBuffer buffer = new InputBuffer();
        try (NDManager manager = Torch.newManager()) {
            NDArray first = buffer.images(manager, new float[] {1, 2, 3, 4, 5, 6}, 2, 1, 1);
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, first.toFloatArray());
            NDArray smaller = buffer.images(manager, new float[] {7, 8, 9}, 1, 1, 1);
            assertArrayEquals(new float[] {7, 8, 9}, smaller.toFloatArray());
            assertArrayEquals(new float[] {7, 8, 9, 4, 5, 6}, first.toFloatArray(), "the memory is used again");
            NDArray larger = buffer.images(manager, new float[9], 3, 1, 1);
            assertArrayEquals(new float[9], larger.toFloatArray());
        }
    }

    @Test
    void anImageOfBytesHasMemoryOfItsOwn() {
        Torch.start(1);
        InputBuffer buffer = new InputBuffer();
        try (NDManager manager = Torch.newManager()) {
            NDArray bright = buffer.image(manager, new RgbImage(1, 1, new byte[] {(byte) 255, (byte) 128, 0}));
            buffer.image(manager, new RgbImage(1, 1, new byte[3]));
            assertEquals(new Shape(1, 3, 1, 1), bright.getShape());
            assertArrayEquals(new float[] {255, 128, 0}, bright.toFloatArray());
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

package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Hands Java arrays to libtorch through one piece of native memory that is used again for each batch. DJL's own way
 * takes new memory for each array, which comes back only when the Java collector happens to run: in training that is
 * gigabytes.
 *
 * <p>One buffer for each kind of input.
 */
public final class InputBuffer {
    private static final int CHANNELS = 3;

    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /**
     * Images as the networks take them: [n, 3, height, width] over [n, height, width, 3] memory, the layout in which
     * convolutions are fastest. Valid until the next call on this buffer, so the backward pass that reads it has to be
     * over by then.
     *
     * @param rgb n x height x width x 3, 0 to 255
     */
    public NDArray images(NDManager manager, float[] rgb, int n, int height, int width) {
        ByteBuffer bytes = reserve(Math.multiplyExact(rgb.length, Float.BYTES));
        bytes.asFloatBuffer().put(rgb);
        Shape shape = new Shape(n, height, width, CHANNELS);
        return manager.create(bytes, shape, DataType.FLOAT32).transpose(0, 3, 1, 2);
    }

    /** One image as [1, 3, height, width], 0 to 255, in memory of its own: valid until its manager is closed. */
    public NDArray image(NDManager manager, RgbImage image) {
        ByteBuffer bytes = reserve(image.rgb().length).put(image.rgb()).flip();
        Shape shape = new Shape(1, image.height(), image.width(), CHANNELS);
        try (NDArray borrowed = manager.create(bytes, shape, DataType.UINT8)) {
            return borrowed.toType(DataType.FLOAT32, true).transpose(0, 3, 1, 2);
        }
    }

    /** Native memory of exactly this size. */
    private ByteBuffer reserve(int bytes) {
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(bytes);
        }
        return memory.clear().limit(bytes).slice().order(ByteOrder.nativeOrder());
    }
}

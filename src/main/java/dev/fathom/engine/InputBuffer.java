package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Hands Java arrays to libtorch through one piece of native memory that is used again for each batch. DJL's own way
 * takes new memory for each array, which comes back only when the Java collector happens to run: in training that is
 * gigabytes.
 *
 * <p>One buffer for each kind of input (images, depth, mask). An array is valid until the next call on its buffer, so
 * the backward pass that reads it has to be over by then.
 */
public final class InputBuffer {
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /** A float32 array of this shape over the copied values, attached to the manager. */
    public NDArray array(NDManager manager, float[] values, Shape shape) {
        int bytes = Math.multiplyExact(values.length, Float.BYTES);
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        }
        ByteBuffer exact = memory.clear().limit(bytes).slice().order(ByteOrder.nativeOrder());
        exact.asFloatBuffer().put(values);
        return manager.create(exact, shape, DataType.FLOAT32);
    }

    /**
     * Images as the networks take them: [n, 3, height, width] over [n, height, width, 3] memory.
     *
     * @param rgb n x height x width x 3, 0 to 255
     */
    public NDArray images(NDManager manager, float[] rgb, int n, int height, int width) {
        return array(manager, rgb, new Shape(n, height, width, 3)).transpose(0, 3, 1, 2);
    }
}

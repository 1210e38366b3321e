package dev.fathom.export.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteFloat32;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteInt8;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteUInt8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Made-up input values: without a pattern, because constant pictures can be faster than real ones. */
final class SampleInput {
    private SampleInput() {}

    /** @param type of the runtime's enumeration */
    static byte[] bytes(int type, int length) {
        ByteBuffer values = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        int state = 1;
        while (type == kTfLiteFloat32 && values.remaining() >= Float.BYTES) {
            state = next(state);
            values.putFloat(state >>> 24);
        }
        while ((type == kTfLiteInt8 || type == kTfLiteUInt8) && values.hasRemaining()) {
            state = next(state);
            values.put((byte) (state >>> 24));
        }
        return values.array();
    }

    private static int next(int state) {
        return state * 1664525 + 1013904223;
    }
}

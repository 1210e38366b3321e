package dev.fathom.export.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorByteSize;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorData;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteFloat32;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteInt8;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteUInt8;

import dev.fathom.core.UserException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/** The numbers of a tensor in the runtime, as floats. */
sealed interface TensorValues {
    void put(float[] values);

    float[] get();

    /** @throws UserException if the tensor holds neither floats nor bytes */
    static TensorValues of(TfLiteTensor tensor, int length, String source) {
        int type = tensor.type();
        if (type == kTfLiteFloat32 && TfLiteTensorByteSize(tensor) == (long) length * Float.BYTES) {
            return new Floats(new FloatPointer(TfLiteTensorData(tensor)), length);
        }
        boolean signed = type == kTfLiteInt8;
        if ((signed || type == kTfLiteUInt8) && TfLiteTensorByteSize(tensor) == length) {
            float scale = tensor.params().scale();
            int zeroPoint = tensor.params().zero_point();
            // A tensor without a scale holds the numbers themselves.
            return new Bytes(
                    new BytePointer(TfLiteTensorData(tensor)), length, signed, scale == 0 ? 1 : scale, zeroPoint);
        }
        throw new UserException(
                source + " takes or gives other numbers than 32-bit floats and bytes",
                "Export it with float, uint8 or int8 in- and output");
    }

    /** 32-bit floats. */
    record Floats(FloatPointer data, int length) implements TensorValues {
        @Override
        public void put(float[] values) {
            requireLength(values, length);
            data.put(values);
        }

        @Override
        public float[] get() {
            float[] values = new float[length];
            data.get(values);
            return values;
        }
    }

    /** Bytes that stand for {@code scale * (stored - zeroPoint)}. */
    record Bytes(BytePointer data, int length, boolean signed, float scale, int zeroPoint) implements TensorValues {
        @Override
        public void put(float[] values) {
            requireLength(values, length);
            int least = signed ? Byte.MIN_VALUE : 0;
            byte[] stored = new byte[length];
            for (int i = 0; i < length; i++) {
                int whole = (int) Math.rint(values[i] / scale) + zeroPoint;
                stored[i] = (byte) Math.min(Math.max(whole, least), least + 255);
            }
            data.put(stored);
        }

        @Override
        public float[] get() {
            byte[] stored = new byte[length];
            data.get(stored);
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = scale * ((signed ? stored[i] : stored[i] & 0xff) - zeroPoint);
            }
            return values;
        }
    }

    private static void requireLength(float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(values.length + " values for a tensor of " + length);
        }
    }
}

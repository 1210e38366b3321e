package dev.fathom.export.tflite;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.TensorType;

/**
 * How the file keeps the numbers of one tensor.
 *
 * @param type of the schema
 * @param storage null for indices, which are no quantities
 */
record TensorForm(byte type, Storage storage) {
    /** Sizes, axes and the like. */
    static final TensorForm INDEX = new TensorForm(TensorType.INT32, null);

    static TensorForm of(Storage storage) {
        if (storage instanceof Storage.Whole whole) {
            return new TensorForm(
                    switch (whole.type()) {
                        case INT8 -> TensorType.INT8;
                        case UINT8 -> TensorType.UINT8;
                        case INT32 -> TensorType.INT32;
                    },
                    storage);
        }
        return new TensorForm(storage == Storage.Real.FLOAT16 ? TensorType.FLOAT16 : TensorType.FLOAT32, storage);
    }

    /** What the file says about the scale; nothing for floats. */
    Optional<QuantizationParametersT> quantization() {
        if (!(storage instanceof Storage.Whole whole)) {
            return Optional.empty();
        }
        int n = whole.scales().size();
        float[] scales = new float[n];
        long[] zeroPoints = new long[n];
        for (int i = 0; i < n; i++) {
            scales[i] = whole.scales().get(i);
            zeroPoints[i] = whole.zeroPoint();
        }
        QuantizationParametersT parameters = new QuantizationParametersT();
        parameters.setScale(scales);
        parameters.setZeroPoint(zeroPoints);
        parameters.setQuantizedDimension(whole.axis());
        return Optional.of(parameters);
    }

    /** A constant in this form. */
    ByteBuffer bytes(Constant constant) {
        int n = constant.shape().elements();
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(n, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
            put(data, constant, i);
        }
        return data.flip();
    }

    private void put(ByteBuffer data, Constant constant, int index) {
        double value = constant.at(index);
        switch (type) {
            case TensorType.FLOAT32 -> data.putFloat((float) value);
            case TensorType.FLOAT16 -> data.putShort(HalfFloat.bits((float) value));
            default -> {
                Storage.Whole whole = (Storage.Whole) storage;
                int stored = whole.stored(value, whole.channel(constant.shape(), index));
                if (type == TensorType.INT32) {
                    data.putInt(stored);
                } else {
                    data.put((byte) stored);
                }
            }
        }
    }
}

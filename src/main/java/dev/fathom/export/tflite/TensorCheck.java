package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/** Rules for tensors: types known, sizes sane, constants as long as their shape says. */
final class TensorCheck {
    /** More than this for one tensor is damage, not a model for a phone or a Pi. */
    private static final long MOST_BYTES = 1L << 29;
    /** The runtime knows about 20; newer ones may know more. */
    private static final int MOST_TYPES = 32;

    private TensorCheck() {}

    static void requireSound(Model model, SubGraph graph) {
        for (int i = 0; i < graph.tensorsLength(); i++) {
            requireSound(model, graph.tensors(i), "tensor " + i);
        }
    }

    private static void requireSound(Model model, Tensor tensor, String place) {
        require(tensor.type() >= 0 && tensor.type() < MOST_TYPES, place + " is of an unknown type");
        require(tensor.buffer() < model.buffersLength(), place + " has no buffer");
        int data = model.buffers((int) tensor.buffer()).dataLength();
        int bits = bits(tensor.type());
        if (bits > 0) {
            long bytes = (elements(tensor, place) * bits + 7) / 8;
            require(bytes <= MOST_BYTES, place + " is larger than 512 MB");
            boolean sparse = tensor.sparsity() != null;
            require(data == 0 || sparse || data == bytes, place + " holds " + data + " bytes instead of " + bytes);
        }
        QuantizationParameters quantization = tensor.quantization();
        if (quantization != null) {
            requireSound(tensor, quantization, place);
        }
    }

    private static void requireSound(Tensor tensor, QuantizationParameters q, String place) {
        int scales = q.scaleLength();
        for (int i = 0; i < scales; i++) {
            require(q.scale(i) >= 0 && q.scale(i) < Float.POSITIVE_INFINITY, place + " has a scale of " + q.scale(i));
        }
        require(
                scales == q.zeroPointLength() || q.zeroPointLength() == 0,
                place + " has unequal scales and zero points");
        if (scales > 1) {
            int axis = q.quantizedDimension();
            require(
                    axis >= 0 && axis < tensor.shapeLength() && tensor.shape(axis) == scales,
                    place + " has " + scales + " scales, which fit no axis");
        }
    }

    private static long elements(Tensor tensor, String place) {
        long elements = 1;
        for (int i = 0; i < tensor.shapeLength(); i++) {
            require(tensor.shape(i) >= 0, place + " has a negative size");
            elements *= tensor.shape(i);
            require(elements <= MOST_BYTES, place + " is larger than 512 MB");
        }
        return elements;
    }

    /** Bits of a value; 0 for types without a fixed size. */
    private static int bits(byte type) {
        return switch (type) {
            case TensorType.INT4 -> 4;
            case TensorType.UINT8, TensorType.INT8, TensorType.BOOL -> 8;
            case TensorType.FLOAT16, TensorType.INT16, TensorType.UINT16 -> 16;
            case TensorType.FLOAT32, TensorType.INT32, TensorType.UINT32 -> 32;
            case TensorType.INT64, TensorType.UINT64, TensorType.FLOAT64, TensorType.COMPLEX64 -> 64;
            case TensorType.COMPLEX128 -> 128;
            default -> 0;
        };
    }
}

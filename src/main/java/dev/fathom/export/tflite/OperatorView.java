package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/**
 * An operation of a file with what it reads.
 *
 * @param place for messages, for example {@code operation 7}
 */
record OperatorView(Model model, SubGraph graph, Operator operator, String place) {

    int[] inputDims(int index) {
        return dims(graph.tensors(operator.inputs(index)));
    }

    int[] outputDims() {
        return dims(graph.tensors(operator.outputs(0)));
    }

    /** True if the file leaves the size of the result, or of something it is made from, open until it runs. */
    boolean isOpen() {
        if (operator.outputsLength() == 0 || isOpen(graph.tensors(operator.outputs(0)))) {
            return true;
        }
        for (int i = 0; i < operator.inputsLength(); i++) {
            if (operator.inputs(i) >= 0 && hasOpenSize(graph.tensors(operator.inputs(i)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(Tensor tensor) {
        return hasOpenSize(tensor) || tensor.shapeLength() == 0;
    }

    private static boolean hasOpenSize(Tensor tensor) {
        for (int i = 0; i < tensor.shapeSignatureLength(); i++) {
            if (tensor.shapeSignature(i) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The operation's options table, which is of the type that its code calls for. */
    Table options(byte type, Table into) {
        require(operator.builtinOptionsType() == type, place + " has the options of another operation");
        Table options = operator.builtinOptions(into);
        require(options != null, place + " has no options");
        return options;
    }

    /** Values of a constant int32 input; nothing if it is computed. */
    Optional<int[]> constantInts(int index) {
        Tensor tensor = graph.tensors(operator.inputs(index));
        ByteBuffer data = model.buffers((int) tensor.buffer()).dataAsByteBuffer();
        if (data == null || tensor.type() != TensorType.INT32) {
            return Optional.empty();
        }
        IntBuffer ints = data.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[] values = new int[ints.remaining()];
        ints.get(values);
        return Optional.of(values);
    }

    private static int[] dims(Tensor tensor) {
        int[] dims = new int[tensor.shapeLength()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = tensor.shape(i);
        }
        return dims;
    }
}

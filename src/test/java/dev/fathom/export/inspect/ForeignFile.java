package dev.fathom.export.inspect;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** Builds files as other converters write them, with the schema's own classes and none of Fathom's writer. */
final class ForeignFile {
    private final ModelT model = new ModelT();
    private final List<BufferT> buffers = new ArrayList<>();
    private final List<OperatorCodeT> codes = new ArrayList<>();
    private final List<SubGraphT> graphs = new ArrayList<>();
    private final List<TensorT> tensors = new ArrayList<>();
    private final List<OperatorT> operators = new ArrayList<>();

    ForeignFile() {
        model.setVersion(3);
        buffers.add(new BufferT());
        buffers.get(0).setData(new int[0]);
    }

    /** The whole model object, for what has no method here. */
    ModelT model() {
        return model;
    }

    int tensor(String name, byte type, int... shape) {
        TensorT tensor = new TensorT();
        tensor.setName(name);
        tensor.setType(type);
        tensor.setShape(shape);
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    /** A tensor whose first size is open. */
    int openTensor(String name, int... shape) {
        int index = tensor(name, TensorType.FLOAT32, shape);
        int[] signature = shape.clone();
        signature[0] = -1;
        tensors.get(index).setShapeSignature(signature);
        return index;
    }

    /** @param signature the shape with -1 where it is open */
    int openTensor(String name, int[] shape, int... signature) {
        int index = tensor(name, TensorType.FLOAT32, shape);
        tensors.get(index).setShapeSignature(signature);
        return index;
    }

    int constant(String name, byte type, byte[] data, int... shape) {
        int index = tensor(name, type, shape);
        tensors.get(index).setBuffer(buffer(data));
        return index;
    }

    int buffer(byte[] data) {
        int[] bytes = new int[data.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data[i] & 0xff;
        }
        BufferT buffer = new BufferT();
        buffer.setData(bytes);
        buffers.add(buffer);
        return buffers.size() - 1;
    }

    int floats(String name, float value, int... shape) {
        int elements = 1;
        for (int size : shape) {
            elements *= size;
        }
        ByteBuffer data = ByteBuffer.allocate(4 * elements).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining()) {
            data.putFloat(value);
        }
        return constant(name, TensorType.FLOAT32, data.array(), shape);
    }

    int ints(String name, int... values) {
        ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            data.putInt(value);
        }
        return constant(name, TensorType.INT32, data.array(), values.length);
    }

    ForeignFile quantise(int tensor, int axis, long zeroPoint, float... scales) {
        QuantizationParametersT q = new QuantizationParametersT();
        q.setScale(scales);
        long[] zeros = new long[scales.length];
        Arrays.fill(zeros, zeroPoint);
        q.setZeroPoint(zeros);
        q.setQuantizedDimension(axis);
        tensors.get(tensor).setQuantization(q);
        return this;
    }

    ForeignFile op(int builtin, int version, byte optionsType, Object options, int[] inputs, int... outputs) {
        return op(code(builtin, version, null), optionsType, options, inputs, outputs);
    }

    ForeignFile custom(String name, int[] inputs, int... outputs) {
        return op(code(BuiltinOperator.CUSTOM, 1, name), (byte) 0, null, inputs, outputs);
    }

    private ForeignFile op(int code, byte optionsType, Object options, int[] inputs, int... outputs) {
        OperatorT op = new OperatorT();
        op.setOpcodeIndex(code);
        op.setInputs(inputs);
        op.setOutputs(outputs);
        BuiltinOptionsUnion union = new BuiltinOptionsUnion();
        union.setType(optionsType);
        union.setValue(options);
        op.setBuiltinOptions(union);
        operators.add(op);
        return this;
    }

    private int code(int builtin, int version, String custom) {
        OperatorCodeT code = new OperatorCodeT();
        code.setBuiltinCode(builtin);
        code.setDeprecatedBuiltinCode((byte) Math.min(builtin, 127));
        code.setVersion(version);
        code.setCustomCode(custom);
        codes.add(code);
        return codes.size() - 1;
    }

    /** Ends a graph; what is added from now on belongs to the next one. */
    ForeignFile graph(String name, int[] inputs, int... outputs) {
        SubGraphT graph = new SubGraphT();
        graph.setName(name);
        graph.setInputs(inputs);
        graph.setOutputs(outputs);
        graph.setTensors(tensors.toArray(TensorT[]::new));
        graph.setOperators(operators.toArray(OperatorT[]::new));
        graphs.add(graph);
        tensors.clear();
        operators.clear();
        return this;
    }

    byte[] bytes() {
        model.setBuffers(buffers.toArray(BufferT[]::new));
        model.setOperatorCodes(codes.toArray(OperatorCodeT[]::new));
        model.setSubgraphs(graphs.toArray(SubGraphT[]::new));
        FlatBufferBuilder b = new FlatBufferBuilder(1024);
        b.finish(Model.pack(b, model), "TFL3");
        return b.sizedByteArray();
    }
}

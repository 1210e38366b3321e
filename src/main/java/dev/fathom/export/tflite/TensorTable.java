package dev.fathom.export.tflite;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** The file's tensors and the data of those that are constant; buffer 0 is empty by convention. */
final class TensorTable {
    private final List<TensorT> tensors = new ArrayList<>();
    private final List<ByteBuffer> buffers = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();

    TensorTable(LiteGraph graph) {
        buffers.add(ByteBuffer.allocate(0));
        graph.inputs().forEach((name, shape) -> activation(name, name, shape));
        graph.constants().forEach((name, constant) -> add(name, TensorType.FLOAT32, constant.shape(), bytes(constant)));
        Map<String, String> outputNames = new HashMap<>();
        graph.outputs().forEach((name, value) -> outputNames.put(value, name));
        for (LiteNode node : graph.nodes()) {
            String shown = outputNames.getOrDefault(node.name(), node.name());
            activation(node.name(), shown, graph.shape(node.name()));
        }
    }

    /** Index of a value in the file. */
    int index(String value) {
        return indices.get(value);
    }

    TensorT[] tensors() {
        return tensors.toArray(TensorT[]::new);
    }

    List<ByteBuffer> buffers() {
        return buffers;
    }

    /** Size of all data. */
    int bytes() {
        return buffers.stream().mapToInt(ByteBuffer::remaining).reduce(0, Math::addExact);
    }

    /** Adds an operation's small constant and returns its index. */
    int add(String name, OpEncoding.Operand operand) {
        return add(name, operand.type(), operand.shape(), operand.data());
    }

    private int add(String name, byte type, Shape shape, ByteBuffer data) {
        buffers.add(data);
        return tensor(name, name, type, shape, buffers.size() - 1);
    }

    private void activation(String value, String shown, Shape shape) {
        tensor(value, shown, TensorType.FLOAT32, shape, 0);
    }

    private int tensor(String value, String shown, byte type, Shape shape, int buffer) {
        TensorT tensor = new TensorT();
        tensor.setName(shown);
        tensor.setType(type);
        tensor.setShape(shape.toArray());
        tensor.setBuffer(buffer);
        tensors.add(tensor);
        indices.put(value, tensors.size() - 1);
        return tensors.size() - 1;
    }

    private static ByteBuffer bytes(Constant constant) {
        int n = constant.shape().elements();
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(n, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < n; i++) {
            data.putFloat((float) constant.at(i));
        }
        return data.flip();
    }
}

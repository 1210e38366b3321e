package dev.fathom.export.tflite;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.StoredGraph;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.TensorT;

/** The file's tensors and the data of those that are constant; buffer 0 is empty by convention. */
final class TensorTable {
    private final List<TensorT> tensors = new ArrayList<>();
    private final List<ByteBuffer> buffers = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();

    TensorTable(StoredGraph stored) {
        LiteGraph graph = stored.graph();
        buffers.add(ByteBuffer.allocate(0));
        graph.inputs().forEach((name, shape) -> tensor(name, name, TensorForm.of(stored.of(name)), shape, 0));
        graph.constants().forEach((name, constant) -> {
            TensorForm form = TensorForm.of(stored.of(name));
            add(name, form, constant.shape(), form.bytes(constant));
        });
        Map<String, String> outputNames = new HashMap<>();
        graph.outputs().forEach((name, value) -> outputNames.put(value, name));
        for (LiteNode node : graph.nodes()) {
            String shown = outputNames.getOrDefault(node.name(), node.name());
            TensorForm form = TensorForm.of(stored.of(node.name()));
            tensor(node.name(), shown, form, graph.shape(node.name()), 0);
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

    /** Adds data and returns where it is. */
    int addBuffer(ByteBuffer data) {
        buffers.add(data);
        return buffers.size() - 1;
    }

    /** Adds an operation's small constant and returns its index. */
    int add(String name, OpEncoding.Operand operand) {
        return add(name, operand.form(), operand.shape(), operand.data());
    }

    private int add(String name, TensorForm form, Shape shape, ByteBuffer data) {
        return tensor(name, name, form, shape, addBuffer(data));
    }

    private int tensor(String value, String shown, TensorForm form, Shape shape, int buffer) {
        TensorT tensor = new TensorT();
        tensor.setName(shown);
        tensor.setType(form.type());
        form.quantization().ifPresent(tensor::setQuantization);
        tensor.setShape(shape.toArray());
        tensor.setBuffer(buffer);
        tensors.add(tensor);
        indices.put(value, tensors.size() - 1);
        return tensors.size() - 1;
    }
}

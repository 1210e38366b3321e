package dev.fathom.export.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/**
 * A tensor as the file declares it.
 *
 * @param type TFLite's name, for example {@code FLOAT32}
 * @param open whether the file leaves a size open until the model runs; {@code dims} then has 1 in its place
 * @param buffer index of the buffer with its values
 * @param bytes size of the values that the file holds, 0 if they are computed
 * @param quantisation null if the values are not quantised
 */
public record ModelTensor(
        String name, String type, List<Integer> dims, boolean open, long buffer, int bytes, Quantisation quantisation) {
    /** Types that newer files have and the schema of this version does not name. */
    private static final List<String> NEWER_TYPES = List.of("BFLOAT16", "INT2", "UINT4");

    public ModelTensor {
        dims = List.copyOf(dims);
    }

    /** Whether the file holds its values. */
    public boolean constant() {
        return bytes > 0;
    }

    /** How many values it has, for the sizes that the file gives. */
    public long elements() {
        return dims.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    static List<ModelTensor> all(Model model, SubGraph graph) {
        List<ModelTensor> all = new ArrayList<>();
        for (int i = 0; i < graph.tensorsLength(); i++) {
            all.add(of(model, graph.tensors(i), i));
        }
        return all;
    }

    private static ModelTensor of(Model model, Tensor tensor, int index) {
        List<Integer> dims = IntStream.range(0, tensor.shapeLength())
                .map(tensor::shape)
                .boxed()
                .toList();
        boolean open = IntStream.range(0, tensor.shapeSignatureLength()).anyMatch(i -> tensor.shapeSignature(i) < 0);
        String name = tensor.name() == null ? "#" + index : tensor.name();
        int bytes = model.buffers((int) tensor.buffer()).dataLength();
        return new ModelTensor(
                name, typeName(tensor.type()), dims, open, tensor.buffer(), bytes, Quantisation.of(tensor));
    }

    private static String typeName(byte type) {
        int known = TensorType.names.length;
        if (type < known) {
            return TensorType.name(type);
        }
        return type < known + NEWER_TYPES.size() ? NEWER_TYPES.get(type - known) : "TYPE_" + type;
    }
}

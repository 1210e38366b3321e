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
 * @param signature {@code dims} with -1 for each size that the file leaves open until the model runs; {@code dims} then
 *     usually has 1 in its place
 * @param buffer index of the buffer with its values
 * @param bytes size of the values that the file holds, 0 if they are computed
 * @param quantisation null if the values are not quantised
 */
public record ModelTensor(
        String name,
        String type,
        List<Integer> dims,
        List<Integer> signature,
        long buffer,
        int bytes,
        Quantisation quantisation) {
    /** Types that newer files have and the schema of this version does not name. */
    private static final List<String> NEWER_TYPES = List.of("BFLOAT16", "INT2", "UINT4");

    public ModelTensor {
        dims = List.copyOf(dims);
        signature = List.copyOf(signature);
    }

    /** Whether the file leaves a size open until the model runs. */
    public boolean open() {
        return signature.stream().anyMatch(size -> size < 0);
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
        boolean told = tensor.shapeSignatureLength() == dims.size();
        List<Integer> signature = IntStream.range(0, dims.size())
                .map(i -> told ? tensor.shapeSignature(i) : dims.get(i))
                .boxed()
                .toList();
        String name = tensor.name() == null ? "#" + index : tensor.name();
        int bytes = model.buffers((int) tensor.buffer()).dataLength();
        return new ModelTensor(
                name, typeName(tensor.type()), dims, signature, tensor.buffer(), bytes, Quantisation.of(tensor));
    }

    private static String typeName(byte type) {
        int known = TensorType.names.length;
        if (type < known) {
            return TensorType.name(type);
        }
        return type < known + NEWER_TYPES.size() ? NEWER_TYPES.get(type - known) : "TYPE_" + type;
    }
}

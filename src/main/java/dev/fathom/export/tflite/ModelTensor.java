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
 * @param constant whether the file holds its values
 */
public record ModelTensor(String name, String type, List<Integer> dims, boolean constant) {
    public ModelTensor {
        dims = List.copyOf(dims);
    }

    static List<ModelTensor> all(Model model) {
        SubGraph graph = model.subgraphs(0);
        List<ModelTensor> all = new ArrayList<>();
        for (int i = 0; i < graph.tensorsLength(); i++) {
            Tensor tensor = graph.tensors(i);
            boolean constant = model.buffers((int) tensor.buffer()).dataLength() > 0;
            List<Integer> dims = IntStream.range(0, tensor.shapeLength())
                    .map(tensor::shape)
                    .boxed()
                    .toList();
            String name = tensor.name() == null ? "#" + i : tensor.name();
            all.add(new ModelTensor(name, TensorType.name(tensor.type()), dims, constant));
        }
        return all;
    }
}

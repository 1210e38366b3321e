package dev.fathom.export.inspect;

import dev.fathom.export.tflite.ModelGraph;
import dev.fathom.export.tflite.ModelOperator;
import dev.fathom.export.tflite.ModelTensor;
import java.util.HashMap;
import java.util.Map;

/** How much memory computed values need at least, for the sizes that the file gives. */
final class PeakMemory {
    private static final int MOST_VALUE_BYTES = 4;

    private PeakMemory() {}

    /** The most that is alive at one time, in bytes, with four bytes a value: an upper bound of what a sound file needs. */
    static long bytes(ModelGraph graph) {
        Map<Integer, Integer> lastReader = new HashMap<>();
        for (int i = 0; i < graph.operators().size(); i++) {
            for (int input : graph.operators().get(i).inputs()) {
                lastReader.put(input, i);
            }
        }
        long live = 0;
        for (ModelTensor input : graph.inputs()) {
            live += bytes(input);
        }
        long peak = live;
        for (int i = 0; i < graph.operators().size(); i++) {
            ModelOperator op = graph.operators().get(i);
            for (int output : op.outputs()) {
                live += bytes(graph.tensors().get(output));
            }
            peak = Math.max(peak, live);
            for (int input : op.inputs()) {
                if (input >= 0 && lastReader.remove(input, i)) {
                    ModelTensor tensor = graph.tensors().get(input);
                    live -= tensor.constant() ? 0 : bytes(tensor);
                }
            }
        }
        return peak;
    }

    private static long bytes(ModelTensor tensor) {
        return tensor.elements() * MOST_VALUE_BYTES;
    }
}

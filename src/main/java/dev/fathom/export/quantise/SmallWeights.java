package dev.fathom.export.quantise;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.export.ir.WithActivation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights in fewer bits around activations that stay 32-bit floats. */
public final class SmallWeights {
    /** Fewer weights than TensorFlow's converter finds worth it: the first convolution and small heads stay exact. */
    private static final int WORTH_IT = 1024;

    private SmallWeights() {}

    /**
     * Weights and biases of all convolutions as 16-bit floats, which the runtime turns into 32 bits when it loads the
     * file. Biases too, small as they are: XNNPACK leaves convolutions of which only the weights are so to TFLite.
     */
    public static StoredGraph half(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        Map<String, Storage> storage = new HashMap<>();
        for (LiteNode node : rewrite.nodes()) {
            if (Interior.isConvolution(node)) {
                List<LiteNode> placed = new ArrayList<>();
                String weight = halved(node.inputs().get(1), storage, placed);
                String bias = halved(node.inputs().get(2), storage, placed);
                placed.add(new LiteNode(node.name(), node.op(), node.x(), weight, bias));
                rewrite.replace(node.name(), placed);
            }
        }
        return new StoredGraph(rewrite.graph(), storage);
    }

    /** Keeps a constant in 16 bits and returns the name of what it becomes. */
    private static String halved(String constant, Map<String, Storage> storage, List<LiteNode> placed) {
        String real = constant + "/real";
        placed.add(new LiteNode(real, new LiteOp.Dequantize(), constant));
        storage.put(constant, Storage.Real.FLOAT16);
        return real;
    }

    /**
     * Weights of dense convolutions in eight bits; the runtime quantises what they read as it comes. Depthwise ones stay:
     * XNNPACK does not take them in this form, and they are small.
     */
    public static StoredGraph dynamic(LiteGraph graph) {
        Map<String, Storage> storage = new HashMap<>();
        for (LiteNode node : graph.nodes()) {
            if (node.op() instanceof WithActivation.Conv2d) {
                String name = node.inputs().get(1);
                Constant weight = graph.constants().get(name);
                if (weight.shape().elements() >= WORTH_IT) {
                    storage.put(name, WeightForm.alone(node.op(), weight));
                }
            }
        }
        return new StoredGraph(graph, storage);
    }
}

package dev.fathom.export;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.run.ExportOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of the picture that a file takes. */
final class InputForm {
    private InputForm() {}

    /**
     * A graph that takes bytes and makes floats of them first, which XNNPACK does at next to no cost. The scale is 1, so
     * that the floats are the pixels' values exactly.
     */
    static StoredGraph apply(ExportOptions.Input input, StoredGraph stored) {
        return switch (input) {
            case FLOAT -> stored;
            case UINT8 -> bytes(stored, new Storage.Whole(Storage.Whole.Type.UINT8, 1, 0));
            case INT8 -> bytes(stored, new Storage.Whole(Storage.Whole.Type.INT8, 1, Byte.MIN_VALUE));
        };
    }

    private static StoredGraph bytes(StoredGraph stored, Storage.Whole form) {
        LiteGraph graph = stored.graph();
        String image = graph.inputs().keySet().iterator().next();
        String real = image + "/real";
        List<LiteNode> nodes = new ArrayList<>();
        nodes.add(new LiteNode(real, new LiteOp.Dequantize(), image));
        for (LiteNode node : graph.nodes()) {
            List<String> read = node.inputs().stream()
                    .map(name -> name.equals(image) ? real : name)
                    .toList();
            nodes.add(new LiteNode(node.name(), node.op(), read));
        }
        Map<String, Storage> storage = new HashMap<>(stored.storage());
        storage.put(image, form);
        LiteGraph changed = new LiteGraph(graph.name(), graph.inputs(), graph.constants(), nodes, graph.outputs());
        return new StoredGraph(changed, storage);
    }

    /** For people. */
    static String meaning(ExportOptions.Input input) {
        return switch (input) {
            case FLOAT, UINT8 -> "RGB, 0 to 255";
            case INT8 -> "RGB, 0 to 255, kept less 128";
        };
    }
}

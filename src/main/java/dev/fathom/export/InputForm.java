package dev.fathom.export;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.run.ExportOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The numbers of the picture that a file takes. Bytes have the scale 1, so that they are the pixels' values exactly. */
final class InputForm {
    private static final Storage.Whole BYTES = new Storage.Whole(Storage.Whole.Type.UINT8, 1, 0);
    private static final Storage.Whole SIGNED_BYTES = new Storage.Whole(Storage.Whole.Type.INT8, 1, Byte.MIN_VALUE);

    private final StoredGraph stored;
    private final LiteGraph graph;
    private final String image;

    private InputForm(StoredGraph stored) {
        this.stored = stored;
        this.graph = stored.graph();
        this.image = graph.inputs().keySet().iterator().next();
    }

    /** The same computation on such numbers. */
    static StoredGraph apply(ExportOptions.Input input, StoredGraph stored) {
        InputForm form = new InputForm(stored);
        return switch (input) {
            case AUTO, FLOAT -> stored;
            case UINT8 -> form.real(BYTES);
            case INT8 -> form.signed();
        };
    }

    /** A network of whole numbers takes them as they are. */
    private StoredGraph signed() {
        return quantised()
                .map(pixels -> changed(pixels, List.of(), pixels.name(), image, Map.of(image, SIGNED_BYTES)))
                .orElseGet(() -> real(SIGNED_BYTES));
    }

    /**
     * Floats are made of the picture first, which keep every pixel. XNNPACK makes whole numbers of one kind of another only
     * on this way, and of bytes without a sign older versions resize none.
     */
    private StoredGraph real(Storage.Whole form) {
        String real = image + "/real";
        LiteNode first = graph.nodes().get(0);
        List<LiteNode> nodes = List.of(
                new LiteNode(real, new LiteOp.Dequantize(), image),
                new LiteNode(first.name(), first.op(), renamed(first, image, real)));
        return changed(first, nodes, image, real, Map.of(image, form));
    }

    /** What makes whole numbers of the picture, if these are its bytes less 128. */
    private Optional<LiteNode> quantised() {
        return readers(image)
                .filter(node -> node.op() instanceof LiteOp.Quantize)
                .filter(node -> stored.of(node.name()).equals(SIGNED_BYTES))
                .findFirst();
    }

    private Stream<LiteNode> readers(String value) {
        return graph.nodes().stream().filter(node -> node.inputs().contains(value));
    }

    /** The graph with nodes in the place of one, all others reading one value in the place of another. */
    private StoredGraph changed(
            LiteNode replaced, List<LiteNode> by, String from, String to, Map<String, Storage> forms) {
        List<LiteNode> nodes = graph.nodes().stream()
                .flatMap(node -> node.equals(replaced)
                        ? by.stream()
                        : Stream.of(new LiteNode(node.name(), node.op(), renamed(node, from, to))))
                .toList();
        LiteGraph changed = new LiteGraph(graph.name(), graph.inputs(), graph.constants(), nodes, graph.outputs())
                .withOutputs(graph.outputs());
        Map<String, Storage> storage = new HashMap<>(stored.storage());
        storage.keySet().removeIf(value -> !changed.has(value));
        storage.putAll(forms);
        return new StoredGraph(changed, storage);
    }

    private static List<String> renamed(LiteNode node, String from, String to) {
        return node.inputs().stream().map(name -> name.equals(from) ? to : name).toList();
    }

    /** For people. */
    static String meaning(ExportOptions.Input input) {
        return switch (input) {
            case AUTO, FLOAT, UINT8 -> "RGB, 0 to 255";
            case INT8 -> "RGB, 0 to 255, kept less 128";
        };
    }
}

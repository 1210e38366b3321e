package dev.fathom.export;

import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.Storage.Whole.Type;
import dev.fathom.export.ir.StoredGraph;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of the depth that a file gives. A network of whole numbers may give them as they are: bytes with a scale in
 * the depth's unit. The copies that enlarge depth then move a quarter of the memory.
 */
final class OutputNumbers {
    private static final int STEPS = 255;
    private static final int SIGN = 128;

    private final StoredGraph stored;
    private final ExportOptions options;
    private final Type type;
    private final Map<String, LiteNode> nodes = new LinkedHashMap<>();
    private final Map<String, Storage> storage;

    private OutputNumbers(StoredGraph stored, ExportOptions options) {
        this.stored = stored;
        this.options = options;
        this.type = options.depth() == ExportOptions.Depth.INT8 ? Type.INT8 : Type.UINT8;
        this.storage = new HashMap<>(stored.storage());
        stored.graph().nodes().forEach(node -> nodes.put(node.name(), node));
    }

    /** @throws UserException if whole numbers are asked of a format that has no scale for them */
    static void requirePossible(ExportFormat format, ExportOptions options) {
        if (options.depth() != ExportOptions.Depth.FLOAT && format != ExportFormat.INT8) {
            throw new UsageException(
                    "Depth in whole numbers is for the format int8, not " + format.text(),
                    "Leave out --depth, or export with --format int8 alone");
        }
    }

    /** The same depth in the numbers that the options ask for. */
    static StoredGraph apply(StoredGraph stored, ExportOptions options) {
        return options.depth() == ExportOptions.Depth.FLOAT ? stored : new OutputNumbers(stored, options).whole();
    }

    private StoredGraph whole() {
        LiteGraph graph = stored.graph();
        String output = graph.outputs().values().iterator().next();
        List<LiteNode> copies = new ArrayList<>();
        String computed = output;
        while (nodes.get(computed).op().copies()) {
            copies.add(nodes.get(computed));
            computed = nodes.get(computed).x();
        }
        String bytes = bytes(computed);
        for (LiteNode copy : copies) {
            storage.put(copy.name(), storage.get(bytes));
            copy(copy, computed, bytes);
        }
        Map<String, String> outputs = new HashMap<>(graph.outputs());
        String floats = computed;
        outputs.replaceAll((name, value) -> value.equals(floats) ? bytes : value);
        LiteGraph changed = new LiteGraph(graph.name(), graph.inputs(), graph.constants(), sorted(bytes), outputs)
                .withOutputs(outputs);
        storage.keySet().removeIf(value -> !changed.has(value));
        return new StoredGraph(changed, storage);
    }

    /** The depth as whole numbers, in front of its copies: what it was before it became floats, where it was that. */
    private String bytes(String computed) {
        LiteNode node = nodes.get(computed);
        boolean dequantised = node.op() instanceof LiteOp.Dequantize;
        if (dequantised && type == Type.INT8) {
            return node.x();
        }
        Storage.Whole form = dequantised
                ? unsigned((Storage.Whole) stored.of(node.x()))
                : upTo(options.clamp().max() * options.unit().perMetre());
        String bytes = computed + "/bytes";
        nodes.put(bytes, new LiteNode(bytes, new LiteOp.Quantize(), computed));
        storage.put(bytes, form);
        return bytes;
    }

    private static Storage.Whole unsigned(Storage.Whole signed) {
        return new Storage.Whole(Type.UINT8, signed.scale(), signed.zeroPoint() + SIGN);
    }

    private Storage.Whole upTo(double most) {
        return new Storage.Whole(type, most / STEPS, type == Type.INT8 ? -SIGN : 0);
    }

    private void copy(LiteNode copy, String from, String to) {
        List<String> read = copy.inputs().stream()
                .map(name -> name.equals(from) ? to : name)
                .toList();
        nodes.put(copy.name(), new LiteNode(copy.name(), copy.op(), read));
    }

    /** The added node directly behind what it reads. */
    private List<LiteNode> sorted(String added) {
        List<LiteNode> sorted = new ArrayList<>();
        for (LiteNode node : stored.graph().nodes()) {
            sorted.add(nodes.get(node.name()));
            if (nodes.get(added).x().equals(node.name()) && !stored.graph().has(added)) {
                sorted.add(nodes.get(added));
            }
        }
        return sorted;
    }
}

package dev.fathom.export.quantise;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The range over which each value that is kept in eight bits is spread. */
final class Scales {
    /** The result of a logistic function has one form in TFLite: 256 steps from 0. */
    private static final Range LOGISTIC = new Range(0, 255.0 / 256);

    /** Ends the name of a logistic function's result that takes another scale afterwards. */
    static final String BEFORE = "/logistic";

    private final SharedScales shared;
    private final Set<String> fixed = new HashSet<>();
    private final Map<String, Range> ranges = new HashMap<>();

    /**
     * @param nodes those that compute with whole numbers
     * @param calibrated ranges over pictures
     */
    Scales(LiteGraph graph, List<LiteNode> nodes, Ranges calibrated) {
        shared = new SharedScales(nodes);
        for (LiteNode node : nodes) {
            merge(node.name(), calibrated.of(node.name()));
            for (String input : Interior.isConvolution(node) ? List.of(node.x()) : node.inputs()) {
                Constant constant = graph.constants().get(input);
                merge(input, constant == null ? calibrated.of(input) : Range.of(constant));
            }
        }
        ranges.replaceAll((value, range) -> range.alive());
        nodes.stream().filter(n -> isLogistic(n.op())).forEach(n -> {
            String value = isShared(n.name()) ? n.name() + BEFORE : n.name();
            ranges.put(value, LOGISTIC);
            fixed.add(value);
        });
        new ScaleLimits(graph, nodes, this).apply();
    }

    private void merge(String value, Range range) {
        ranges.merge(shared.representative(value), range, Range::and);
    }

    static boolean isLogistic(LiteOp op) {
        return op.equals(new LiteOp.Unary(LiteOp.Unary.Function.LOGISTIC));
    }

    /** Whether other values have the same scale as this one. */
    boolean isShared(String value) {
        return shared.shares(value);
    }

    /** Distance of neighbouring numbers. */
    double step(String value) {
        return ranges.get(shared.representative(value)).step();
    }

    /** Form of a value. */
    Storage.Whole of(String value) {
        return ranges.get(shared.representative(value)).int8();
    }

    /** Makes steps at least so large; true if they were smaller. */
    boolean widen(String value, double least) {
        double step = step(value);
        if (step >= least || fixed.contains(value)) {
            return false;
        }
        // A hair more, or rounding could ask for the same again.
        ranges.computeIfPresent(shared.representative(value), (key, range) -> range.times(least / step * 1.0001));
        return true;
    }
}

package dev.fathom.export.lowering;

import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Add;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.Concat;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.GlobalAveragePool;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Input;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Mul;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.Op;
import dev.fathom.graph.Resize;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns every operation into TFLite's nearest ones, without looking left or right: batch norm becomes a product and a
 * sum, an activation an operation of its own. The result computes the same function; the passes make it fast.
 */
public final class Lowering {
    private static final Map<Class<? extends Op>, LoweringRule> RULES = Map.ofEntries(
            Map.entry(Input.class, (node, draft) -> draft.input(node)),
            Map.entry(Activation.class, new ActivationRule()),
            Map.entry(Add.class, ElementwiseRules::add),
            Map.entry(BatchNorm.class, new BatchNormRule()),
            Map.entry(Concat.class, ElementwiseRules::concat),
            Map.entry(Conv2d.class, new ConvolutionRule()),
            Map.entry(GlobalAveragePool.class, ElementwiseRules::globalAveragePool),
            Map.entry(MaxPool.class, new MaxPoolRule()),
            Map.entry(Mul.class, ElementwiseRules::mul),
            Map.entry(Normalize.class, new NormalizeRule()),
            Map.entry(Resize.class, ElementwiseRules::resize));

    private final Map<Class<? extends Op>, LoweringRule> rules;

    public Lowering() {
        this(RULES);
    }

    Lowering(Map<Class<? extends Op>, LoweringRule> rules) {
        this.rules = rules;
    }

    /**
     * Lowers what the main output needs.
     *
     * @throws UserException naming the operation that has no TFLite form, or the parameters that are missing
     */
    public LiteGraph lower(Graph graph, Weights weights) {
        weights.match(graph).requireComplete();
        Draft draft = new Draft(graph, weights);
        for (Node node : graph.nodes()) {
            LoweringRule rule = rules.get(node.op().getClass());
            if (rule == null) {
                throw new UserException(
                        graph.name() + " cannot be exported: " + node.name() + " is a "
                                + node.op().kind() + ", which has no TFLite form",
                        "Use it as a teacher and export the student that learns from it");
            }
            rule.lower(node, draft);
        }
        Map<String, String> main = new LinkedHashMap<>();
        graph.outputs().entrySet().stream().limit(1).forEach(e -> main.put(e.getKey(), e.getValue()));
        return draft.finish(main);
    }
}

package dev.fathom.export.lowering;

import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Add;
import dev.fathom.graph.Concat;
import dev.fathom.graph.Graph;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Node;
import dev.fathom.graph.Op;
import dev.fathom.graph.Resize;
import java.util.List;

/**
 * Max pooling. Padding must never win: zeros do where nothing is negative (after a ReLU), which XNNPACK takes; elsewhere
 * the lowest float, which it does not.
 */
final class MaxPoolRule implements LoweringRule {
    @Override
    public void lower(Node node, Draft draft) {
        MaxPool pool = (MaxPool) node.op();
        boolean zero = neverNegative(draft.graph(), node.inputs().get(0));
        float fill = zero ? 0f : -Float.MAX_VALUE;
        Borders borders = Borders.of(node, pool.kernel(), pool.stride(), pool.padding(), fill, draft);
        draft.emit(
                node.name(),
                new WithActivation.MaxPool(pool.kernel(), pool.stride(), borders.border(), Fused.NONE),
                List.of(borders.x()));
    }

    private static boolean neverNegative(Graph graph, String name) {
        Node node = graph.node(name);
        Op op = node.op();
        if (op instanceof Activation activation && activation.function().isNeverNegative()) {
            return true;
        }
        boolean keepsSign = op instanceof MaxPool || op instanceof Add || op instanceof Concat || op instanceof Resize;
        return keepsSign && node.inputs().stream().allMatch(input -> neverNegative(graph, input));
    }
}

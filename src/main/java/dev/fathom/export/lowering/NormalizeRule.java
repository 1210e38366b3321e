package dev.fathom.export.lowering;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import java.util.List;

/** (x + (-mean)) * (1 / std) per channel. */
final class NormalizeRule implements LoweringRule {
    @Override
    public void lower(Node node, Draft draft) {
        Normalize norm = (Normalize) node.op();
        int channels = norm.mean().size();
        String minusMean = draft.constant(node.name() + "/minus_mean", Constant.vector(channels, c -> -norm.mean()
                .get(c)));
        String scale = draft.constant(
                node.name() + "/scale",
                Constant.vector(channels, c -> 1.0 / norm.std().get(c)));
        String centred = draft.emit(
                node.name() + "/centred",
                new WithActivation.Add(Fused.NONE),
                List.of(node.inputs().get(0), minusMean));
        draft.emit(node.name(), new WithActivation.Mul(Fused.NONE), List.of(centred, scale));
    }
}

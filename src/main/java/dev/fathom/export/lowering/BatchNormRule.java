package dev.fathom.export.lowering;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.Node;
import java.util.List;

/** Batch norm in evaluation: x * s + (bias - mean * s) with s = weight / sqrt(variance + eps), all in double. */
final class BatchNormRule implements LoweringRule {
    @Override
    public void lower(Node node, Draft draft) {
        BatchNorm norm = (BatchNorm) node.op();
        float[] weight = draft.parameter(node, "weight");
        float[] bias = draft.parameter(node, "bias");
        float[] mean = draft.parameter(node, "running_mean");
        float[] variance = draft.parameter(node, "running_var");
        Constant scale = Constant.vector(norm.channels(), c -> weight[c] / Math.sqrt(variance[c] + norm.eps()));
        Constant shift = Constant.vector(norm.channels(), c -> bias[c] - mean[c] * scale.at(c));
        String scales = draft.constant(node.name() + "/scale", scale);
        String shifts = draft.constant(node.name() + "/shift", shift);
        String scaled = draft.emit(
                node.name() + "/scaled",
                new WithActivation.Mul(Fused.NONE),
                List.of(node.inputs().get(0), scales));
        draft.emit(node.name(), new WithActivation.Add(Fused.NONE), List.of(scaled, shifts));
    }
}

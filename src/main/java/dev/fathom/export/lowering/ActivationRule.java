package dev.fathom.export.lowering;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.LiteOp.Unary.Function;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Activation;
import dev.fathom.graph.Node;
import java.util.List;

/** A non-linearity by TFLite's operations; what has none of its own is put together from several. */
final class ActivationRule implements LoweringRule {
    @Override
    public void lower(Node node, Draft draft) {
        switch (((Activation) node.op()).function()) {
            case RELU -> unary(node, draft, Function.RELU);
            case RELU6 -> unary(node, draft, Function.RELU6);
            case SIGMOID -> unary(node, draft, Function.LOGISTIC);
            case HARD_SWISH -> unary(node, draft, Function.HARD_SWISH);
            case GELU -> unary(node, draft, Function.GELU);
            case HARD_SIGMOID -> hardSigmoid(node, draft);
            case SWISH -> swish(node, draft);
        }
    }

    private static void unary(Node node, Draft draft, Function function) {
        draft.emit(node.name(), new LiteOp.Unary(function), node.inputs());
    }

    /** The constants have one value a channel, so that a convolution on either side can take them in. */
    private static void hardSigmoid(Node node, Draft draft) {
        int channels = draft.inputShape(node).channels();
        String three = draft.constant(node.name() + "/three", Constant.vector(channels, c -> 3));
        String sixth = draft.constant(node.name() + "/sixth", Constant.vector(channels, c -> 1.0 / 6));
        String x = node.inputs().get(0);
        String moved = draft.emit(node.name() + "/moved", new WithActivation.Add(Fused.NONE), List.of(x, three));
        String cut = draft.emit(node.name() + "/cut", new LiteOp.Unary(Function.RELU6), List.of(moved));
        draft.emit(node.name(), new WithActivation.Mul(Fused.NONE), List.of(cut, sixth));
    }

    private static void swish(Node node, Draft draft) {
        String x = node.inputs().get(0);
        String gate = draft.emit(node.name() + "/gate", new LiteOp.Unary(Function.LOGISTIC), List.of(x));
        draft.emit(node.name(), new WithActivation.Mul(Fused.NONE), List.of(x, gate));
    }
}

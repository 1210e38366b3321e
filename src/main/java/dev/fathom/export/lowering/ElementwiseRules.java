package dev.fathom.export.lowering;

import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Node;
import dev.fathom.graph.Resize;

/** Operations without parameters that TFLite has as they are. */
final class ElementwiseRules {
    private static final int CHANNELS = 3;

    private ElementwiseRules() {}

    static void add(Node node, Draft draft) {
        draft.emit(node.name(), new WithActivation.Add(Fused.NONE), node.inputs());
    }

    /** One factor a channel is [1, 1, 1, C] here and broadcasts by itself. */
    static void mul(Node node, Draft draft) {
        draft.emit(node.name(), new WithActivation.Mul(Fused.NONE), node.inputs());
    }

    static void globalAveragePool(Node node, Draft draft) {
        draft.emit(node.name(), new LiteOp.Mean(), node.inputs());
    }

    static void concat(Node node, Draft draft) {
        draft.emit(node.name(), new LiteOp.Concat(CHANNELS), node.inputs());
    }

    /** Both flags of TFLite's nearest resize stay off: only that is PyTorch's rule. */
    static void resize(Node node, Draft draft) {
        Resize resize = (Resize) node.op();
        LiteOp op =
                switch (resize.mode()) {
                    case NEAREST -> new LiteOp.ResizeNearest(resize.height(), resize.width());
                    case BILINEAR -> new LiteOp.ResizeBilinear(resize.height(), resize.width(), false);
                    case BILINEAR_ALIGN_CORNERS -> new LiteOp.ResizeBilinear(resize.height(), resize.width(), true);
                };
        draft.emit(node.name(), op, node.inputs());
    }
}

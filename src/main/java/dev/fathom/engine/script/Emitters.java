package dev.fathom.engine.script;

import dev.fathom.graph.Activation;
import dev.fathom.graph.Add;
import dev.fathom.graph.AveragePool;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.Concat;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.DropPath;
import dev.fathom.graph.GlobalAveragePool;
import dev.fathom.graph.LayerNorm;
import dev.fathom.graph.Linear;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Mul;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.Op;
import dev.fathom.graph.PatchMerge;
import dev.fathom.graph.RadixSoftmax;
import dev.fathom.graph.Resize;
import dev.fathom.graph.SumGroups;
import dev.fathom.graph.WindowAttention;
import java.util.Map;

/** The emitter of each kind of operation: a new operation is one entry here and one method beside the others. */
final class Emitters {
    private static final Map<Class<? extends Op>, Emitter> ALL = Map.ofEntries(
            Map.entry(Activation.class, PointEmitters::activation),
            Map.entry(Add.class, PointEmitters::add),
            Map.entry(AveragePool.class, WindowEmitters::averagePool),
            Map.entry(BatchNorm.class, PointEmitters::batchNorm),
            Map.entry(Concat.class, PointEmitters::concat),
            Map.entry(Conv2d.class, WindowEmitters::convolution),
            Map.entry(DropPath.class, PointEmitters::dropPath),
            Map.entry(GlobalAveragePool.class, WindowEmitters::globalAveragePool),
            Map.entry(LayerNorm.class, TokenEmitters::layerNorm),
            Map.entry(Linear.class, TokenEmitters::linear),
            Map.entry(MaxPool.class, WindowEmitters::maxPool),
            Map.entry(Mul.class, PointEmitters::mul),
            Map.entry(Normalize.class, PointEmitters::normalize),
            Map.entry(PatchMerge.class, TokenEmitters::patchMerge),
            Map.entry(RadixSoftmax.class, GroupEmitters::softmax),
            Map.entry(Resize.class, WindowEmitters::resize),
            Map.entry(SumGroups.class, GroupEmitters::sum),
            Map.entry(WindowAttention.class, AttentionEmitter::attention));

    private Emitters() {}

    /** @throws IllegalArgumentException naming the node, if there is none for its operation */
    static Emitter of(Node node) {
        Emitter emitter = ALL.get(node.op().getClass());
        if (emitter == null) {
            throw new IllegalArgumentException(
                    "the engine cannot run " + node.op().kind() + " (" + node.name() + ")");
        }
        return emitter;
    }
}

package dev.fathom.export.pass;

import dev.fathom.export.ir.LiteGraph;
import java.util.List;

/** The passes in the order that suits them. */
public final class Passes {
    private static final List<Pass> FLOAT = List.of(
            new FoldBatchNorm(),
            new FoldInputScale(),
            new AddByRow(),
            new FuseActivations(),
            new WidenBeforeNearest(),
            new NearestByConcat(),
            new BilinearByAxis());

    private Passes() {}

    /** What a float model goes through. */
    public static List<Pass> forFloat() {
        return FLOAT;
    }

    /** Applies passes one after another. */
    public static LiteGraph apply(List<Pass> passes, LiteGraph graph) {
        LiteGraph result = graph;
        for (Pass pass : passes) {
            result = pass.apply(result);
        }
        return result;
    }
}

package dev.fathom.export.pass;

import dev.fathom.export.ir.LiteGraph;
import java.util.ArrayList;
import java.util.List;

/** The passes in the order that suits them. */
public final class Passes {
    private static final Pass FUSE = new FuseActivations();

    private static final List<Pass> FLOAT = List.of(
            new FoldBatchNorm(),
            new FoldInputScale(),
            new AddByRow(),
            FUSE,
            new WidenBeforeNearest(),
            new NearestByConcat(),
            new BilinearByAxis());

    private static final List<Pass> WHOLE = whole();

    private Passes() {}

    private static List<Pass> whole() {
        List<Pass> passes = new ArrayList<>(FLOAT);
        passes.add(0, new HardSwishByParts());
        passes.add(passes.indexOf(FUSE) + 1, new ReluBySum());
        return List.copyOf(passes);
    }

    /** What a float model goes through. */
    public static List<Pass> forFloat() {
        return FLOAT;
    }

    /** What a model goes through that is to compute with whole numbers. */
    public static List<Pass> forWhole() {
        return WHOLE;
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

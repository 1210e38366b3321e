package dev.fathom.export.pass;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.WithActivation;
import java.util.List;
import java.util.Optional;

/**
 * The sum of an image and one constant a channel, done row by row. With 3 channels the broadcast loop of the runtime
 * works on 3 numbers at a time; seen as [1, H, W * 3] plus the constant repeated W times, on a whole row. If all
 * channels have the same constant, a single number does.
 */
public final class AddByRow implements Pass {
    private static final int FEW_CHANNELS = 4;

    @Override
    public String name() {
        return "add the mean by row";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            Optional<Constant> mean = node.op().equals(new WithActivation.Add(Fused.NONE))
                    ? rewrite.constant(node.inputs().get(1))
                    : Optional.empty();
            mean.filter(c -> c.shape().rank() == 1 && c.shape().dim(0) <= FEW_CHANNELS)
                    .ifPresent(c -> rewrite.replace(node.name(), byRow(rewrite, node, graph.shape(node.x()), c)));
        }
        return rewrite.graph();
    }

    private static List<LiteNode> byRow(Rewrite rewrite, LiteNode node, Shape x, Constant mean) {
        int channels = x.channels();
        if (isUniform(mean)) {
            String one = rewrite.addConstant(node.name() + "/all", Constant.vector(1, i -> mean.at(0)));
            return List.of(new LiteNode(node.name(), node.op(), node.x(), one));
        }
        int row = x.width() * channels;
        String rows = node.name() + "/rows";
        String sum = node.name() + "/sum";
        String tiled = rewrite.addConstant(node.name() + "/row", Constant.vector(row, i -> mean.at(i % channels)));
        return List.of(
                new LiteNode(rows, new LiteOp.Reshape(Shape.of(1, x.height(), row)), node.x()),
                new LiteNode(sum, node.op(), rows, tiled),
                new LiteNode(node.name(), new LiteOp.Reshape(x), sum));
    }

    private static boolean isUniform(Constant mean) {
        for (int c = 1; c < mean.shape().elements(); c++) {
            if (mean.at(c) != mean.at(0)) {
                return false;
            }
        }
        return true;
    }
}

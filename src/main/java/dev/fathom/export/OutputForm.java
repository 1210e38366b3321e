package dev.fathom.export;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.LiteOp.Limit.Bound;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Graph;
import dev.fathom.run.ExportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The depth that a file gives: of which size, cut to which range, in which unit. */
final class OutputForm {
    private static final String NATIVE = "depth_native";
    private static final String DEPTH = "depth";

    private final ExportOptions options;

    OutputForm(ExportOptions options) {
        this.options = options;
    }

    /** The network with the wanted output alone, called {@code depth}. */
    Graph select(Graph graph) {
        boolean whole = options.output() == ExportOptions.Output.FULL
                || !graph.outputs().containsKey(NATIVE);
        String main = graph.outputs().keySet().iterator().next();
        String node = graph.outputs().get(whole ? main : NATIVE);
        return new Graph(graph.name(), graph.nodes(), Map.of(DEPTH, node), graph.taps());
    }

    /**
     * Cuts and scales inside the file, where there is least to do: in front of nearest resizes, which only repeat what
     * they get; the scale also in front of bilinear ones and of a ReLU, where a convolution can take it in.
     */
    LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        String depth = graph.outputs().get(DEPTH);
        if (options.unit() != ExportOptions.Unit.M) {
            String small = before(rewrite, depth, List.of(LiteOp.ResizeNearest.class, LiteOp.ResizeBilinear.class));
            scale(rewrite, beforeRelu(rewrite, small), graph);
        }
        if (options.clamp() != null) {
            cut(rewrite, before(rewrite, depth, List.of(LiteOp.ResizeNearest.class)));
        }
        return rewrite.graph();
    }

    /** The value in front of resizes of the given kinds. */
    private static String before(Rewrite rewrite, String value, List<Class<? extends LiteOp>> resizes) {
        String place = value;
        Optional<LiteNode> node = rewrite.producer(place);
        while (node.isPresent() && resizes.contains(node.get().op().getClass())) {
            place = node.get().x();
            node = rewrite.producer(place);
        }
        return place;
    }

    private static String beforeRelu(Rewrite rewrite, String value) {
        return rewrite.producer(value)
                .filter(n -> n.op().equals(new LiteOp.Unary(LiteOp.Unary.Function.RELU)))
                .flatMap(n -> rewrite.onlyReadProducer(n.x()))
                .map(LiteNode::name)
                .orElse(value);
    }

    private void cut(Rewrite rewrite, String name) {
        LiteNode uncut = rewrite.producer(name).orElseThrow();
        int perMetre = options.unit().perMetre();
        ExportOptions.Clamp clamp = options.clamp();
        String least = rewrite.addConstant(name + "/least", Constant.vector(1, i -> clamp.min() * perMetre));
        String most = rewrite.addConstant(name + "/most", Constant.vector(1, i -> clamp.max() * perMetre));
        List<LiteNode> nodes = new ArrayList<>();
        nodes.add(new LiteNode(name + "/uncut", uncut.op(), uncut.inputs()));
        nodes.add(new LiteNode(name + "/raised", new LiteOp.Limit(Bound.MAXIMUM), name + "/uncut", least));
        nodes.add(new LiteNode(name, new LiteOp.Limit(Bound.MINIMUM), name + "/raised", most));
        rewrite.replace(name, nodes);
    }

    private void scale(Rewrite rewrite, String name, LiteGraph graph) {
        LiteNode scaled = rewrite.producer(name).orElseThrow();
        int channels = graph.shape(name).channels();
        String factor = rewrite.addConstant(name + "/per_metre", Constant.vector(channels, c -> options.unit()
                .perMetre()));
        rewrite.replace(
                name,
                List.of(
                        new LiteNode(name + "/metres", scaled.op(), scaled.inputs()),
                        new LiteNode(name, new WithActivation.Mul(Fused.NONE), name + "/metres", factor)));
    }

    /** What the file is to give, in metres: the engine's depth, cut. */
    float[] expected(float[] metres) {
        if (options.clamp() == null) {
            return metres;
        }
        float[] cut = metres.clone();
        for (int i = 0; i < cut.length; i++) {
            cut[i] = (float) Math.min(
                    Math.max(cut[i], options.clamp().min()), options.clamp().max());
        }
        return cut;
    }

    /** What the file gave, in metres. */
    float[] metres(float[] output) {
        int perMetre = options.unit().perMetre();
        if (perMetre == 1) {
            return output;
        }
        float[] metres = output.clone();
        for (int i = 0; i < metres.length; i++) {
            metres[i] /= perMetre;
        }
        return metres;
    }

    /** For people. */
    String meaning() {
        String cut = options.clamp() == null
                ? ", not clamped"
                : ", clamped to " + options.clamp().min() + " to "
                        + options.clamp().max() + " m";
        return "depth in " + options.unit().plural() + cut;
    }
}

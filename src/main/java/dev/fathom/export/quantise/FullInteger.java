package dev.fathom.export.quantise;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Storage;
import dev.fathom.export.ir.StoredGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph that computes with whole numbers of eight bits from the picture to the depth, with scales from calibration:
 * activations a scale and a zero point a tensor, weights a scale an output channel, biases 32 bits. No sum is made of
 * floats anywhere, so its result does not depend on the processor.
 */
public final class FullInteger {
    private final LiteGraph source;
    private final Interior interior;
    private final Scales scales;
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final Map<String, LiteNode> nodes = new LinkedHashMap<>();
    private final Map<String, Storage> storage = new LinkedHashMap<>();

    private FullInteger(LiteGraph source, Ranges calibrated) {
        this.source = source;
        this.interior = new Interior(source);
        this.scales = new Scales(source, interior.nodes(), calibrated);
    }

    /**
     * Quantises.
     *
     * @param graph of floats, after the passes for whole numbers
     * @param calibrated of the same graph
     */
    public static StoredGraph of(LiteGraph graph, Ranges calibrated) {
        return new FullInteger(graph, calibrated).quantised();
    }

    private StoredGraph quantised() {
        for (LiteNode node : source.nodes()) {
            if (interior.makes(node.name())) {
                whole(node);
            } else {
                emit(
                        node.name(),
                        node.op(),
                        node.inputs().stream().map(this::real).toList());
            }
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        source.outputs().forEach((name, value) -> outputs.put(name, real(value)));
        LiteGraph graph =
                new LiteGraph(source.name(), source.inputs(), constants, List.copyOf(nodes.values()), outputs);
        return new StoredGraph(graph, storage);
    }

    private void whole(LiteNode node) {
        if (Interior.isConvolution(node)) {
            convolution(node);
            return;
        }
        List<String> inputs = new ArrayList<>();
        node.inputs().forEach(input -> inputs.add(whole(input)));
        if (Scales.isLogistic(node.op()) && scales.isShared(node.name())) {
            String before = emit(node.name() + Scales.BEFORE, node.op(), inputs);
            storage.put(before, scales.of(before));
            emit(node.name(), new LiteOp.Quantize(), List.of(before));
        } else {
            emit(node.name(), node.op(), inputs);
        }
        storage.put(node.name(), scales.of(node.name()));
    }

    private void convolution(LiteNode node) {
        Constant weight = source.constants().get(node.inputs().get(1));
        Constant bias = source.constants().get(node.inputs().get(2));
        String x = whole(node.x());
        Storage.Whole out = scales.of(node.name());
        double in = scales.of(node.x()).scale();
        Storage.Whole form = WeightForm.between(node.op(), weight, bias, in, out.scale());
        String w = constant(node.name() + "/weight", weight, form);
        String b = constant(node.name() + "/bias", bias, WeightForm.bias(form, in));
        emit(node.name(), node.op(), List.of(x, w, b));
        storage.put(node.name(), out);
    }

    /** A value as whole numbers. */
    private String whole(String value) {
        Constant constant = source.constants().get(value);
        if (constant != null) {
            return constant(value, constant, scales.of(value));
        }
        if (interior.makes(value)) {
            return value;
        }
        String copy = value + "/whole";
        if (!nodes.containsKey(copy)) {
            emit(copy, new LiteOp.Quantize(), List.of(value));
            storage.put(copy, scales.of(value));
        }
        return copy;
    }

    /** A value as floats. */
    private String real(String value) {
        Constant constant = source.constants().get(value);
        if (constant != null) {
            return constant(value, constant, Storage.Real.FLOAT32);
        }
        String copy = value + "/real";
        if (!interior.makes(value)) {
            return value;
        }
        if (!nodes.containsKey(copy)) {
            emit(copy, new LiteOp.Dequantize(), List.of(value));
        }
        return copy;
    }

    private String constant(String name, Constant constant, Storage form) {
        constants.put(name, constant);
        storage.put(name, form);
        return name;
    }

    private String emit(String name, LiteOp op, List<String> inputs) {
        nodes.put(name, new LiteNode(name, op, inputs));
        return name;
    }
}

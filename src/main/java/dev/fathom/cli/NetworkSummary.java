package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Cost;
import dev.fathom.graph.Graph;
import dev.fathom.graph.ParameterSpec;
import dev.fathom.graph.TensorShape;
import dev.fathom.network.Architecture;
import dev.fathom.network.EncoderPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code describe} tells of a network; costs are for one image, shapes are [channels, height, width].
 *
 * @param innerSize to which the image is shrunk before the encoder
 * @param encoderPrefix what precedes the reference library's names in the state dict
 */
record NetworkSummary(
        String name,
        String description,
        List<Integer> input,
        String innerSize,
        Map<String, List<Integer>> outputs,
        long parameters,
        long buffers,
        long macs,
        long activationBytes,
        long peakActivationBytes,
        Part encoder,
        Part decoder,
        String encoderPrefix,
        List<TapShape> taps,
        List<StateTensor> stateDict) {

    /** Cost of the encoder or decoder alone. */
    record Part(long parameters, long macs) {
        static Part of(Cost cost) {
            return new Part(cost.parameters(), cost.macs());
        }
    }

    /** A feature map offered to distillation. */
    record TapShape(String name, String node, List<Integer> shape) {}

    /** One tensor of the state dict. */
    record StateTensor(String name, List<Integer> shape, boolean trainable) {}

    static NetworkSummary of(Architecture architecture, Graph graph) {
        Cost all = Cost.of(graph);
        TensorShape input = graph.shape(graph.inputs().get(0).name());
        ImageSize image = new ImageSize(input.height(), input.width());
        Set<String> encoder = EncoderPart.of(graph);
        Map<String, List<Integer>> outputs = new LinkedHashMap<>();
        graph.outputs()
                .forEach((name, node) -> outputs.put(name, graph.shape(node).dims()));
        List<StateTensor> state = new ArrayList<>();
        for (Map.Entry<String, ParameterSpec> entry : graph.parameters().entrySet()) {
            ParameterSpec spec = entry.getValue();
            state.add(new StateTensor(entry.getKey(), spec.dims(), spec.trainable()));
        }
        return new NetworkSummary(
                architecture.name(),
                architecture.description(),
                input.dims(),
                architecture.innerSize(image).toString(),
                outputs,
                all.parameters(),
                all.buffers(),
                all.macs(),
                all.activationBytes(),
                all.peakActivationBytes(),
                Part.of(Cost.of(graph, encoder::contains)),
                Part.of(Cost.of(graph, node -> !encoder.contains(node))),
                architecture.encoderPrefix(),
                graph.taps().stream()
                        .map(t -> new TapShape(
                                t.name(), t.node(), graph.shape(t.node()).dims()))
                        .toList(),
                state);
    }
}

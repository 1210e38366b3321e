package dev.fathom.export.inspect;

import dev.fathom.export.tflite.Delegation;
import dev.fathom.export.tflite.ModelGraph;
import dev.fathom.export.tflite.ModelOperator;
import dev.fathom.export.tflite.ModelSignature;
import dev.fathom.export.tflite.ModelTensor;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.InspectionReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a file says, without running it. */
final class Listing {
    private final TfliteModel model;

    Listing(TfliteModel model) {
        this.model = model;
    }

    List<InspectionReport.Signature> signatures() {
        return model.signatures().stream().map(this::signature).toList();
    }

    private InspectionReport.Signature signature(ModelSignature s) {
        String graph = model.graphs().get((int) s.graph()).name();
        return new InspectionReport.Signature(s.key(), graph, s.inputs(), s.outputs());
    }

    /** @param delegation what XNNPACK took of the first graph, null if the file was not loaded */
    List<InspectionReport.Graph> graphs(Delegation delegation) {
        List<InspectionReport.Graph> graphs = new ArrayList<>();
        for (ModelGraph graph : model.graphs()) {
            Delegation known = graphs.isEmpty() ? delegation : null;
            graphs.add(new InspectionReport.Graph(
                    graph.name(), ports(graph.inputs()), ports(graph.outputs()), operators(graph, known)));
        }
        return graphs;
    }

    private static List<InspectionReport.Port> ports(List<ModelTensor> tensors) {
        return tensors.stream()
                .map(t -> new InspectionReport.Port(
                        t.name(),
                        t.dims(),
                        t.open(),
                        t.type(),
                        t.quantisation() == null ? null : t.quantisation().toString()))
                .toList();
    }

    private static List<InspectionReport.Operator> operators(ModelGraph graph, Delegation delegation) {
        Weights weights = new Weights(graph);
        Map<Integer, String> reasons = new HashMap<>();
        if (delegation != null) {
            delegation.notDelegated().forEach(r -> reasons.put(r.operator(), r.reason()));
        }
        List<InspectionReport.Operator> all = new ArrayList<>();
        for (ModelOperator op : graph.operators()) {
            int index = all.size();
            boolean mute = op.outputs().isEmpty() || op.outputs().get(0) < 0;
            ModelTensor out = mute ? null : graph.tensors().get(op.outputs().get(0));
            all.add(new InspectionReport.Operator(
                    index,
                    op.code(),
                    op.version(),
                    op.options(),
                    mute ? "" : out.name(),
                    mute ? List.of() : out.dims(),
                    mute ? "" : out.type(),
                    weights.parameters(op),
                    OperatorCost.macs(op, graph),
                    delegation == null ? null : delegation.partitionOf().get(index),
                    reasons.get(index)));
        }
        return all;
    }

    InspectionReport.Totals totals(List<InspectionReport.Graph> graphs) {
        List<InspectionReport.Operator> all =
                graphs.stream().flatMap(g -> g.operators().stream()).toList();
        Map<String, Integer> counts = all.stream()
                .collect(Collectors.toMap(InspectionReport.Operator::code, op -> 1, Integer::sum, TreeMap::new));
        TreeMap<String, Long> bytes = new TreeMap<>();
        Set<Long> seen = new HashSet<>();
        long parameters = 0;
        for (ModelGraph graph : model.graphs()) {
            Weights weights = new Weights(graph);
            weights.addBytes(bytes, seen);
            parameters += weights.parameters();
        }
        long macs = all.stream()
                .filter(op -> op.macs() != null)
                .mapToLong(InspectionReport.Operator::macs)
                .sum();
        return new InspectionReport.Totals(counts, parameters, macs, bytes);
    }

    /** What the file leaves unsaid. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String customs = model.graphs().stream()
                .flatMap(g -> g.operators().stream())
                .filter(ModelOperator::custom)
                .map(ModelOperator::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!customs.isEmpty()) {
            notes.add("What the custom operations " + customs + " compute and cost is not in the file");
        }
        if (model.signatures().isEmpty()) {
            notes.add("There is no signature: inputs and outputs are known by position only");
        }
        if (model.inputs().stream().anyMatch(ModelTensor::open)) {
            notes.add("A size of an input is open; costs are for 1 in its place");
        }
        if (model.graphs().size() > 1) {
            notes.add("How often the loops and branches run the other graphs is not in the file; each counts once");
        }
        return notes;
    }
}

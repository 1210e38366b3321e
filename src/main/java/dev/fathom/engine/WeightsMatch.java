package dev.fathom.engine;

import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.ParameterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the tensors of a file fit a network.
 *
 * @param matched names with the right shape
 * @param missing names that the network needs and the file lacks
 * @param unexpected names that the network does not know
 * @param misshapen names with another shape, each with both shapes
 */
public record WeightsMatch(
        String source,
        String network,
        List<String> matched,
        List<String> missing,
        List<String> unexpected,
        List<String> misshapen) {
    private static final int LISTED = 3;

    static WeightsMatch of(Weights weights, Graph graph) {
        Map<String, List<Integer>> dims = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> dims.put(name, tensor.dims()));
        return of(weights.source(), dims, graph);
    }

    /**
     * Reads only the file's header.
     *
     * @throws dev.fathom.core.UserException if it is not a well-formed safetensors file
     */
    public static WeightsMatch of(Path file, Graph graph) throws IOException {
        return of(file.toString(), Weights.shapes(file), graph);
    }

    private static WeightsMatch of(String source, Map<String, List<Integer>> dims, Graph graph) {
        List<String> matched = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        Map<String, ParameterSpec> wanted = graph.parameters();
        wanted.forEach((name, spec) -> {
            List<Integer> found = dims.get(name);
            if (found == null) {
                missing.add(name);
            } else if (found.equals(spec.dims())) {
                matched.add(name);
            } else {
                misshapen.add(name + " (" + WeightTensor.shape(found) + " instead of " + WeightTensor.shape(spec.dims())
                        + ")");
            }
        });
        List<String> unexpected =
                dims.keySet().stream().filter(name -> !wanted.containsKey(name)).toList();
        return new WeightsMatch(source, graph.name(), matched, missing, unexpected, misshapen);
    }

    /** True if the network can run with these weights; unexpected tensors do no harm. */
    public boolean isComplete() {
        return missing.isEmpty() && misshapen.isEmpty();
    }

    /** @throws UserException that names what is missing or misshapen */
    public void requireComplete() {
        if (isComplete()) {
            return;
        }
        List<String> faults = new ArrayList<>();
        if (!missing.isEmpty()) {
            faults.add(
                    "lacks " + missing.size() + " of the " + total() + " tensors of " + network + ": " + some(missing));
        }
        if (!misshapen.isEmpty()) {
            faults.add("holds " + misshapen.size() + " of another shape: " + some(misshapen));
        }
        throw new UserException(
                source + " " + String.join(" and ", faults),
                "Use weights of " + network + "; of this file " + matched.size() + " tensors fit and "
                        + unexpected.size() + " are not of this network");
    }

    private int total() {
        return matched.size() + missing.size() + misshapen.size();
    }

    private static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }
}

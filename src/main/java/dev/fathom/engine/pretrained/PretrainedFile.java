package dev.fathom.engine.pretrained;

import dev.fathom.core.UserException;
import dev.fathom.engine.PickledFile;
import dev.fathom.engine.WeightTensor;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Node;
import dev.fathom.graph.ParameterSpec;
import dev.fathom.network.Architecture;
import dev.fathom.network.EncoderPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file with weights for an encoder, under the names of whatever library wrote it. Which names these are
 * is found by trying all maps and prefixes; the one under which most tensors fit is taken. Opening reads no values.
 */
public final class PretrainedFile {
    private final Path file;
    private final String network;
    private final Map<String, ParameterSpec> encoder;
    private final Map<String, List<Integer>> shapes;
    private final Candidate best;

    private PretrainedFile(
            Path file, String network, Map<String, ParameterSpec> encoder, Map<String, List<Integer>> shapes) {
        this.file = file;
        this.network = network;
        this.encoder = encoder;
        this.shapes = shapes;
        this.best = best();
    }

    /**
     * @param encoder the encoder's parameters by their names in the reference library
     * @throws UserException if there is no such file, it is PyTorch's own or it is not well formed
     */
    public static PretrainedFile open(Path file, String network, Map<String, ParameterSpec> encoder)
            throws IOException {
        if (PickledFile.isNamed(file.getFileName().toString()) && Files.exists(file)) {
            throw PickledFile.refusal(file);
        }
        Map<String, List<Integer>> shapes = new LinkedHashMap<>(Weights.shapes(file));
        shapes.keySet().removeIf(TensorNames::isDerived);
        return new PretrainedFile(file, network, encoder, shapes);
    }

    /** The parameters of a network's encoder, by their names in the reference library. */
    public static Map<String, ParameterSpec> encoder(Architecture architecture, Graph graph) {
        String prefix = architecture.encoderPrefix();
        Set<String> part = EncoderPart.of(graph);
        Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            if (part.contains(node.name())) {
                node.op().parameters().forEach(spec -> {
                    String name = node.parameterName(spec);
                    parameters.put(name.startsWith(prefix) ? name.substring(prefix.length()) : name, spec);
                });
            }
        }
        return parameters;
    }

    /** One way to read the file's names: {@code names} holds the encoder's name for each of the file's. */
    private record Candidate(NameMap map, String prefix, Map<String, String> names, int fitting) {}

    private Candidate best() {
        Candidate found = null;
        for (String prefix : TensorNames.prefixes(shapes.keySet())) {
            Set<String> inner = new LinkedHashSet<>();
            for (String name : shapes.keySet()) {
                if (name.startsWith(prefix)) {
                    inner.add(name.substring(prefix.length()));
                }
            }
            for (NameMap map : NameMaps.ALL) {
                Candidate candidate = candidate(map, prefix, inner);
                if (found == null || candidate.fitting > found.fitting) {
                    found = candidate;
                }
            }
        }
        return found;
    }

    private Candidate candidate(NameMap map, String prefix, Set<String> inner) {
        Map<String, String> names = new LinkedHashMap<>();
        map.encoderNames(inner).forEach((name, encoderName) -> {
            if (encoder.containsKey(encoderName)) {
                names.put(prefix + name, encoderName);
            }
        });
        long fitting = names.entrySet().stream().filter(this::fits).count();
        return new Candidate(map, prefix, names, (int) fitting);
    }

    private boolean fits(Map.Entry<String, String> name) {
        return shapes.get(name.getKey()).equals(encoder.get(name.getValue()).dims());
    }

    /** What fits and what does not. */
    public PretrainedReport report() {
        Map<String, String> fileNames = new HashMap<>();
        best.names.forEach((name, encoderName) -> fileNames.put(encoderName, name));
        List<String> matched = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<PretrainedReport.Misshapen> misshapen = new ArrayList<>();
        encoder.forEach((name, spec) -> {
            List<Integer> found = shapes.get(fileNames.get(name));
            if (found == null) {
                missing.add(name);
            } else if (found.equals(spec.dims())) {
                matched.add(name);
            } else {
                misshapen.add(new PretrainedReport.Misshapen(name, found, spec.dims()));
            }
        });
        List<String> unexpected = shapes.keySet().stream()
                .filter(name -> !best.names.containsKey(name))
                .toList();
        return new PretrainedReport(
                file.toString(), network, best.map.library(), best.prefix, matched, missing, unexpected, misshapen);
    }

    /** @throws UserException with the reason, if less than half of the encoder's tensors are there */
    public void requireUsable() {
        PretrainedReport report = report();
        if (report.isUsable()) {
            return;
        }
        if (encoder.isEmpty()) {
            throw new UserException(
                    network + " has no encoder that could begin with weights from " + file,
                    "Set model.pretrained: none, or name weights of the whole network in model.init_from");
        }
        String reason = report.misshapen().isEmpty()
                ? ", the first that it lacks is " + report.missing().get(0)
                : "; " + different(report.misshapen().get(0));
        throw new UserException(
                file + " holds only " + report.matched().size() + " of the " + report.wanted()
                        + " tensors of the encoder of " + network + reason,
                "Use weights of that encoder; \"fathom weights check FILE --model NAME --json\" lists every tensor");
    }

    private static String different(PretrainedReport.Misshapen tensor) {
        return tensor.name() + " is " + WeightTensor.shape(tensor.found()) + " instead of "
                + WeightTensor.shape(tensor.wanted());
    }

    /** The tensors that fit, by the encoder's names and in its order of values; nothing else is read. */
    public Map<String, WeightTensor> read() throws IOException {
        Map<String, String> fitting = new LinkedHashMap<>(best.names);
        fitting.entrySet().removeIf(name -> !fits(name));
        Weights weights = Weights.read(file, fitting::containsKey);
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        fitting.forEach(
                (name, encoderName) -> tensors.put(encoderName, best.map.ordered(encoderName, weights.tensor(name))));
        return tensors;
    }
}

package dev.fathom.engine;

import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Named tensors outside the engine: a network's parameters and buffers under the names of the reference state dict, or
 * an optimiser's state under names of its own. Nothing here needs libtorch.
 */
public final class Weights {
    private final String source;
    private final Map<String, WeightTensor> tensors;
    private final Map<String, String> metadata;

    /**
     * @param source where they come from, for messages
     * @param tensors in the order in which they are written
     * @param metadata free text that goes into the file with them
     */
    public Weights(String source, Map<String, WeightTensor> tensors, Map<String, String> metadata) {
        this.source = source;
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        if (tensors.containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("a tensor cannot be called " + SafetensorsHeader.METADATA);
        }
    }

    /**
     * Reads a safetensors file of float32, float16, bfloat16, float64 or int64 tensors.
     *
     * @throws UserException if there is no such file or it is not well formed
     */
    public static Weights read(Path file) throws IOException {
        return Safetensors.read(file, name -> true);
    }

    /**
     * The same for a part of the tensors: the others take no memory.
     *
     * @throws UserException if there is no such file or it is not well formed
     */
    public static Weights read(Path file, Predicate<String> wanted) throws IOException {
        return Safetensors.read(file, wanted);
    }

    /**
     * Name to shape of a file's tensors, without reading a value.
     *
     * @throws UserException if there is no such file or it is not well formed
     */
    public static Map<String, List<Integer>> shapes(Path file) throws IOException {
        return Safetensors.shapes(file);
    }

    /**
     * A graph's values before training, filled as its parameters say. Each tensor depends on the seed and its own name
     * only, so that adding a layer changes no other.
     */
    public static Weights initial(Graph graph, long seed) {
        return InitialWeights.of(graph, seed, name -> true);
    }

    /** The same for a part of the parameters: the others are left out and take no memory. */
    public static Weights initial(Graph graph, long seed, Predicate<String> wanted) {
        return InitialWeights.of(graph, seed, wanted);
    }

    /** Writes a float32 safetensors file as a whole: after a crash it is the old or the new one. */
    public void write(Path file) throws IOException {
        Safetensors.write(this, file);
    }

    /** Name to tensor, in order. */
    public Map<String, WeightTensor> tensors() {
        return tensors;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public WeightTensor tensor(String name) {
        WeightTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(source + " holds no tensor " + name);
        }
        return tensor;
    }

    /** Notes of the file that the weights are from, by their keys. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** Where they come from, for messages. */
    public String source() {
        return source;
    }

    /** Compares names and shapes with what a graph needs. */
    public WeightsMatch match(Graph graph) {
        return WeightsMatch.of(this, graph);
    }

    @Override
    public String toString() {
        return source + " (" + tensors.size() + " tensors)";
    }
}

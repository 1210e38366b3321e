package dev.fathom.export.ir;

import java.util.Map;

/**
 * A graph with how its tensors are kept in the file.
 *
 * @param storage by value; those that are not named are 32-bit floats
 */
public record StoredGraph(LiteGraph graph, Map<String, Storage> storage) {
    public StoredGraph {
        storage = Map.copyOf(storage);
        storage.keySet().forEach(graph::shape);
    }

    /** All in 32-bit floats. */
    public static StoredGraph plain(LiteGraph graph) {
        return new StoredGraph(graph, Map.of());
    }

    /** How a value is kept. */
    public Storage of(String value) {
        return storage.getOrDefault(value, Storage.Real.FLOAT32);
    }
}

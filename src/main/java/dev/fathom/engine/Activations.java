package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a forward pass was asked for, by name; each array is [N, channels, height, width]. The arrays belong to the
 * manager of the images.
 */
public final class Activations {
    private final Map<String, NDArray> arrays;

    Activations(Map<String, NDArray> arrays) {
        this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** @throws IllegalArgumentException if the pass was not asked for it */
    public NDArray get(String name) {
        NDArray array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("the forward pass kept " + arrays.keySet() + ", not " + name);
        }
        return array;
    }

    /** Names in the order in which they were asked for. */
    public Set<String> names() {
        return arrays.keySet();
    }
}

package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Activations;
import dev.fathom.engine.GraphBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A frozen network in evaluation mode whose feature maps a student learns from. It takes the same images as the student;
 * its own normalisation is part of its graph.
 *
 * @param taps which feature maps are needed
 */
record Teacher(GraphBlock network, List<String> taps) {

    /** The feature maps by name, without gradients, in the manager of the images. */
    Map<String, NDArray> features(NDArray images) {
        return byName(network.forward(images, false, taps), taps);
    }

    static Map<String, NDArray> byName(Activations activations, List<String> names) {
        Map<String, NDArray> named = new HashMap<>();
        names.forEach(name -> named.put(name, activations.get(name)));
        return named;
    }
}

package dev.fathom.training;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Activations;
import dev.fathom.engine.GraphBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A frozen network in evaluation mode from whose feature maps and depth a student learns. It takes the same images as the student;
 * its own normalisation is part of its graph.
 *
 * @param taps which feature maps are needed
 */
record Teacher(GraphBlock network, List<String> taps) {

    /**
     * What it sees in a batch, in the manager of the images, without gradients.
     *
     * @param depth in metres at the teacher's own resolution, [N, 1, h, w]; null if nobody teaches
     */
    record Lesson(Map<String, NDArray> features, NDArray depth) {
        static final Lesson NONE = new Lesson(Map.of(), null);
    }

    Lesson of(NDArray images) {
        String depth = NativeDepth.nodeOf(network.graph());
        List<String> wanted = new ArrayList<>(taps);
        wanted.add(depth);
        Activations results = network.forward(images, false, wanted);
        return new Lesson(byName(results, taps), results.get(depth));
    }

    static Map<String, NDArray> byName(Activations activations, List<String> names) {
        Map<String, NDArray> named = new HashMap<>();
        names.forEach(name -> named.put(name, activations.get(name)));
        return named;
    }
}

package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;

/**
 * Keeps maps of places x places affordable: at batch 8, one of 28x28 places takes 44 ms a step and one of 48x64 two
 * seconds.
 */
final class PlaceLimit {
    private PlaceLimit() {}

    /** Features [N, C, h, w] averaged down by the smallest whole factor that leaves at most so many places. */
    static NDArray of(NDArray features, int maxPlaces) {
        Shape shape = features.getShape();
        int height = (int) shape.get(2);
        int width = (int) shape.get(3);
        int factor = factor(height, width, maxPlaces);
        return factor == 1 ? features : Ops.averageTo(features, part(height, factor), part(width, factor));
    }

    /** The smallest k such that {@code ceil(height / k) x ceil(width / k)} has at most so many places. */
    static int factor(int height, int width, int maxPlaces) {
        int factor = 1;
        while (part(height, factor) * part(width, factor) > maxPlaces) {
            factor++;
        }
        return factor;
    }

    /** {@code ceil(size / factor)}. */
    static int part(int size, int factor) {
        return (size + factor - 1) / factor;
    }
}

package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;

/** Similarities between all pairs of places of an image: inner products of feature vectors. */
final class Affinity {
    private Affinity() {}

    /** [N, C, h, w] to [N, C, places]. */
    static NDArray places(NDArray features) {
        Shape shape = features.getShape();
        return features.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3));
    }

    /** Lengths of the feature vectors [N, C, places] as [N, 1, places]; 1 for a vector of zeros. */
    static NDArray lengths(NDArray places) {
        NDArray squares = places.square().sum(new int[] {1}, true);
        return Ops.select(squares.gt(0), squares, 1).sqrt();
    }

    /** The maps [N, places, places]. */
    static NDArray maps(NDArray places) {
        return places.transpose(0, 2, 1).matMul(places);
    }

    /**
     * The sum over i, j of (s_i.s_j - t_i.t_j)^2 for each image, [N], from features [N, C, places]; channels may differ.
     * It goes over places x places or over channels x channels, whichever are fewer.
     */
    static NDArray squaredDifferences(NDArray s, NDArray t) {
        boolean fewPlaces = s.getShape().get(2)
                <= Math.max(s.getShape().get(1), t.getShape().get(1));
        return fewPlaces ? maps(s).sub(maps(t)).square().sum(new int[] {1, 2}) : byChannels(s, t);
    }

    /** |S S'|^2 - 2 |S T'|^2 + |T T'|^2, the matrices being channels x channels. */
    private static NDArray byChannels(NDArray s, NDArray t) {
        NDArray ss = products(s, s);
        NDArray st = products(s, t);
        NDArray tt = products(t, t);
        return ss.sub(Ops.scale(st, 2)).add(tt);
    }

    private static NDArray products(NDArray a, NDArray b) {
        return a.matMul(b.transpose(0, 2, 1)).square().sum(new int[] {1, 2});
    }
}

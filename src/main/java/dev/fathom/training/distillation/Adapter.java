package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A 1x1 convolution with bias that is trained with the student and thrown away afterwards: it brings the student's
 * channels to the number of the teacher's, as the regressor of Romero et al., FitNets, 2015.
 *
 * <p>Its weights begin uniform within {@code +-1 / sqrt(from)}, which is PyTorch's default for a convolution, its bias
 * at 0.
 *
 * @param name unique among the adapters of a loss
 * @param from channels of the student
 * @param to channels of the teacher
 * @param seed of the first weights
 */
public record Adapter(String name, int from, int to, long seed) {
    /** Ends the name of its weights. */
    public static final String WEIGHT = ".weight";

    private static final String BIAS = ".bias";

    /** First values of weight [to, from] and bias [to], row-major, by name. */
    public Map<String, double[]> parameters() {
        SplittableRandom random = new SplittableRandom(seed);
        double bound = 1 / Math.sqrt(from);
        double[] weight = random.doubles((long) to * from, -bound, bound).toArray();
        return Map.of(name + WEIGHT, weight, name + BIAS, new double[to]);
    }

    /** [N, from, h, w] to [N, to, h, w]. */
    NDArray of(NDArray features, Map<String, NDArray> parameters) {
        Shape shape = features.getShape();
        NDArray weight = parameters.get(name + WEIGHT).reshape(to, from);
        NDArray bias = parameters.get(name + BIAS).reshape(1, to, 1);
        NDArray places = features.reshape(shape.get(0), from, shape.get(2) * shape.get(3));
        return weight.matMul(places).add(bias).reshape(shape.get(0), to, shape.get(2), shape.get(3));
    }
}

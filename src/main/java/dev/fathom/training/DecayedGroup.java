package dev.fathom.training;

import ai.djl.ndarray.types.Shape;
import dev.fathom.run.OptimizerConfig;
import dev.fathom.training.distillation.Adapter;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parameters that share a weight decay.
 *
 * @param members their places among all parameters
 */
record DecayedGroup(int[] members, double decay) {
    private static final String POSITION_TABLE = "relative_position_bias_table";

    /**
     * One group, or two where norms, biases and relative-position tables are not decayed. What losses learn is never
     * decayed, except the weights of adapters: 0 means nothing to a shape or a factor.
     */
    static List<DecayedGroup> of(List<String> names, List<Shape> shapes, OptimizerConfig config) {
        IntPredicate isDecayed = i -> isDecayed(names.get(i), shapes.get(i), config);
        int[] decayed = IntStream.range(0, names.size()).filter(isDecayed).toArray();
        int[] rest = IntStream.range(0, names.size()).filter(isDecayed.negate()).toArray();
        return Stream.of(new DecayedGroup(decayed, config.weightDecay()), new DecayedGroup(rest, 0))
                .filter(group -> group.members.length > 0)
                .toList();
    }

    private static boolean isDecayed(String name, Shape shape, OptimizerConfig config) {
        if (AuxiliaryParameters.isNameOfOne(name)) {
            return name.endsWith(Adapter.WEIGHT);
        }
        return config.decayNorms() || isMatrix(name, shape);
    }

    /** Norms and biases have one dimension. */
    private static boolean isMatrix(String name, Shape shape) {
        return shape.dimension() > 1 && !name.endsWith(POSITION_TABLE);
    }
}

package dev.fathom.training;

import ai.djl.ndarray.types.Shape;
import dev.fathom.run.OptimizerConfig;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parameters that share a weight decay.
 *
 * @param members their places among all parameters
 */
record DecayedGroup(int[] members, double decay) {
    private static final String POSITION_TABLE = "relative_position_bias_table";

    /** One group, or two where norms, biases and relative-position tables are not decayed. */
    static List<DecayedGroup> of(List<String> names, List<Shape> shapes, OptimizerConfig config) {
        boolean all = config.decayNorms() || config.weightDecay() == 0;
        int[] decayed = IntStream.range(0, names.size())
                .filter(i -> all || isMatrix(names.get(i), shapes.get(i)))
                .toArray();
        int[] rest = IntStream.range(0, names.size())
                .filter(i -> !all && !isMatrix(names.get(i), shapes.get(i)))
                .toArray();
        return Stream.of(new DecayedGroup(decayed, config.weightDecay()), new DecayedGroup(rest, 0))
                .filter(group -> group.members.length > 0)
                .toList();
    }

    /** Norms and biases have one dimension. */
    private static boolean isMatrix(String name, Shape shape) {
        return shape.dimension() > 1 && !name.endsWith(POSITION_TABLE);
    }
}

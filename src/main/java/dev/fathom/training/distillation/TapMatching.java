package dev.fathom.training.distillation;

import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Tap;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.DistillationConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pairs of feature maps that a distillation compares. */
public final class TapMatching {
    private TapMatching() {}

    /**
     * The configured pairs, or if none is configured the decoder stages at strides 4, 8 and 16 that both have.
     *
     * @param most how many stages are taken if none is configured, the finest first
     * @throws UserException if a tap does not exist or nothing can be paired
     */
    public static List<FeaturePair> pairs(
            List<DistillationConfig.TapPair> configured, Graph student, Graph teacher, int most) {
        List<FeaturePair> pairs = new ArrayList<>();
        List<DistillationConfig.TapPair> named =
                configured.isEmpty() ? DistillationConfig.usualPairs(names(student), names(teacher), most) : configured;
        named.forEach(p -> pairs.add(new FeaturePair(p.student(), p.teacher(), p.weight())));
        if (pairs.isEmpty()) {
            throw new UserException(
                    student.name() + " and " + teacher.name() + " have no decoder stage in common",
                    "Name distillation.pairs; the taps are " + listed(student) + " and " + listed(teacher));
        }
        pairs.forEach(pair -> {
            shape(student, pair.student());
            shape(teacher, pair.teacher());
        });
        return pairs;
    }

    /** Shape of a tap's feature map. */
    public static TensorShape shape(Graph graph, String name) {
        Tap tap = tap(graph, name)
                .orElseThrow(() -> new UserException(graph.name() + " has no tap " + name, "It has " + listed(graph)));
        return graph.shape(tap.node());
    }

    /**
     * The pairs with adapters where the channels differ.
     *
     * @param learned false if there shall be none
     * @param seed of the adapters' first weights
     * @throws UserException if there shall be none but the channels of a pair differ
     */
    public static List<FeaturePair> withEqualChannels(
            List<FeaturePair> pairs, Graph student, Graph teacher, boolean learned, long seed) {
        List<FeaturePair> adapted = new ArrayList<>();
        for (FeaturePair pair : pairs) {
            int from = shape(student, pair.student()).channels();
            int to = shape(teacher, pair.teacher()).channels();
            if (from != to && !learned) {
                throw new UserException(
                        "The student's tap " + pair.student() + " has " + from + " channels and the teacher's "
                                + pair.teacher() + " " + to,
                        "Set distillation.adapter to auto, or pair taps of equal channels");
            }
            Optional<Adapter> adapter = from == to
                    ? Optional.empty()
                    : Optional.of(new Adapter("adapter" + adapted.size(), from, to, seed + adapted.size()));
            adapted.add(new FeaturePair(pair.student(), pair.teacher(), pair.weight(), adapter));
        }
        return adapted;
    }

    private static Optional<Tap> tap(Graph graph, String name) {
        return graph.taps().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    private static List<String> names(Graph graph) {
        return graph.taps().stream().map(Tap::name).toList();
    }

    private static String listed(Graph graph) {
        return String.join(", ", names(graph));
    }
}

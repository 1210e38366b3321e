package dev.fathom.training.distillation;

import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Tap;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.DistillationConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the pairs of feature maps that a distillation compares. */
public final class TapMatching {
    /** The stages that LiteDepth compares: DeFeat4, DeFeat3 and DeFeat2. */
    private static final List<String> USUAL = List.of("decoder/4", "decoder/8", "decoder/16");

    private TapMatching() {}

    /**
     * The configured pairs, or if none is configured the decoder stages at strides 4, 8 and 16 that both have.
     *
     * @throws UserException if a tap does not exist, two paired ones differ in height or width, or nothing can be paired
     */
    public static List<FeaturePair> pairs(List<DistillationConfig.TapPair> configured, Graph student, Graph teacher) {
        List<FeaturePair> pairs = new ArrayList<>();
        if (configured.isEmpty()) {
            USUAL.stream()
                    .filter(name ->
                            tap(student, name).isPresent() && tap(teacher, name).isPresent())
                    .forEach(name -> pairs.add(new FeaturePair(name, name, 1)));
        }
        configured.forEach(p -> pairs.add(new FeaturePair(p.student(), p.teacher(), p.weight())));
        if (pairs.isEmpty()) {
            throw new UserException(
                    student.name() + " and " + teacher.name() + " have no decoder stage in common",
                    "Name distillation.pairs; the taps are " + names(student) + " and " + names(teacher));
        }
        pairs.forEach(pair -> requireEqualSize(pair, student, teacher));
        return pairs;
    }

    private static void requireEqualSize(FeaturePair pair, Graph student, Graph teacher) {
        TensorShape s = shape(student, pair.student());
        TensorShape t = shape(teacher, pair.teacher());
        if (s.height() != t.height() || s.width() != t.width()) {
            throw new UserException(
                    "The student's tap " + pair.student() + " is " + s.height() + "x" + s.width()
                            + " and the teacher's " + pair.teacher() + " " + t.height() + "x" + t.width(),
                    "Pair taps of equal height and width");
        }
    }

    private static TensorShape shape(Graph graph, String name) {
        Tap tap = tap(graph, name)
                .orElseThrow(() -> new UserException(graph.name() + " has no tap " + name, "It has " + names(graph)));
        return graph.shape(tap.node());
    }

    private static Optional<Tap> tap(Graph graph, String name) {
        return graph.taps().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    private static String names(Graph graph) {
        return graph.taps().stream().map(Tap::name).collect(Collectors.joining(", "));
    }
}

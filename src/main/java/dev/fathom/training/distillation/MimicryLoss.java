package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.LossTerm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prediction mimicry: the student's depth shall be the teacher's, on pictures without labels too. With S the student, T
 * the teacher and G the ground truth, an image with labels counts {@code lambda L(S, T) + (1 - lambda) L(S, G)} and one
 * without counts {@code L(S, T)}; the loss is the mean over the images of the batch. An image counts as labelled if it
 * has any valid depth.
 *
 * <p>Hu et al., Boosting Light-Weight Depth Estimation Via Knowledge Distillation, 2023. The official code has no
 * training part, so lambda and the weights within L are not known from it.
 *
 * @param variant what is done with the ground truth
 * @param lambda share of the teacher where there are labels
 * @param losses whose weighted sum is L; of T, L sees the depth at the teacher's own resolution (brought up bilinearly
 *     to the student's where that is finer), valid where it is positive
 */
public record MimicryLoss(Variant variant, double lambda, List<LossTerm> losses) implements DepthLoss {

    /** What is done with the ground truth. */
    public enum Variant {
        /** Nothing: {@code (1 - lambda) L(S, G)} is left to the other losses of the run. */
        TEACHER_ONLY,
        /** The whole formula; the run needs no other losses. */
        AS_PUBLISHED
    }

    public MimicryLoss {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("a teacher's share of " + lambda);
        }
        losses = List.copyOf(losses);
        if (losses.isEmpty()) {
            throw new IllegalArgumentException("mimicry without a loss");
        }
    }

    @Override
    public NDArray of(LossInput input) {
        BatchParts parts = BatchParts.of(input);
        double labelled = parts.labelled().length / (double) input.truth().batch();
        NDArray total = Ops.scale(input.depth().sum(), 0);
        if (labelled < 1) {
            total = total.add(Ops.scale(sum(parts.byTeacher(parts.unlabelled()), input), 1 - labelled));
        }
        if (labelled > 0) {
            total = total.add(Ops.scale(sum(parts.byTeacher(parts.labelled()), input), labelled * lambda));
        }
        if (labelled > 0 && variant == Variant.AS_PUBLISHED) {
            total = total.add(Ops.scale(sum(parts.byTruth(parts.labelled()), input), labelled * (1 - lambda)));
        }
        return total;
    }

    /** L of some images. */
    private NDArray sum(LossInput part, LossInput whole) {
        NDArray sum = null;
        for (LossTerm term : losses) {
            NDArray value = term.loss().of(part.withParameters(own(term, whole.parameters())));
            NDArray weighted = Ops.scale(value, term.weight());
            sum = sum == null ? weighted : sum.add(weighted);
        }
        return sum;
    }

    @Override
    public boolean needsLabels() {
        return false;
    }

    @Override
    public Map<String, double[]> parameters() {
        Map<String, double[]> all = new TreeMap<>();
        losses.forEach(term -> term.loss().parameters().forEach((name, first) -> all.put(prefix(term) + name, first)));
        return all;
    }

    private static Map<String, NDArray> own(LossTerm term, Map<String, NDArray> all) {
        Map<String, NDArray> own = new TreeMap<>();
        all.forEach((name, array) -> {
            if (name.startsWith(prefix(term))) {
                own.put(name.substring(prefix(term).length()), array);
            }
        });
        return own;
    }

    private static String prefix(LossTerm term) {
        return term.name() + "/";
    }
}

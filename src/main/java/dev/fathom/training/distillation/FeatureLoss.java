package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.LossInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A distillation that compares feature maps: the weighted sum over pairs of taps. Where the maps of a pair differ in
 * height or width, the larger one is averaged down to the smaller one.
 */
public sealed interface FeatureLoss extends DepthLoss
        permits StructureAwareLoss, PairwiseLoss, L2Loss, ChannelWiseLoss {

    /** What is compared; at least one. */
    List<FeaturePair> pairs();

    /**
     * The loss of one pair.
     *
     * @param student [N, C, h, w] after the adapter
     * @param teacher [N, C', h, w] without gradients
     * @param input of the step, for the places with valid depth
     */
    NDArray ofPair(NDArray student, NDArray teacher, LossInput input);

    @Override
    default NDArray of(LossInput input) {
        NDArray total = null;
        for (FeaturePair pair : pairs()) {
            NDArray student = input.features().get(pair.student());
            NDArray teacher = input.teacherFeatures().get(pair.teacher());
            Shape s = student.getShape();
            Shape t = teacher.getShape();
            int height = (int) Math.min(s.get(2), t.get(2));
            int width = (int) Math.min(s.get(3), t.get(3));
            NDArray small = averaged(student, height, width);
            NDArray adapted = pair.adapter().isPresent() ? pair.adapter().get().of(small, input.parameters()) : small;
            NDArray loss = ofPair(adapted, averaged(teacher, height, width), input);
            NDArray weighted = Ops.scale(loss, pair.weight());
            total = total == null ? weighted : total.add(weighted);
        }
        return total;
    }

    @Override
    default boolean needsLabels() {
        return false;
    }

    @Override
    default Map<String, double[]> parameters() {
        Map<String, double[]> all = new TreeMap<>();
        pairs().forEach(pair -> pair.adapter().ifPresent(adapter -> all.putAll(adapter.parameters())));
        return all;
    }

    private static NDArray averaged(NDArray features, int height, int width) {
        Shape shape = features.getShape();
        boolean same = shape.get(2) == height && shape.get(3) == width;
        return same ? features : Ops.averageTo(features, height, width);
    }
}

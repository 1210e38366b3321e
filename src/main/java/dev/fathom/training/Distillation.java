package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.training.distillation.FeaturePair;
import dev.fathom.training.distillation.StructureAwareLoss;
import dev.fathom.training.distillation.TapMatching;
import dev.fathom.training.losses.LossTerm;
import java.io.IOException;
import java.util.List;

/**
 * A teacher and the loss by which a student learns from it.
 *
 * @param taps the student's feature maps that the loss compares
 */
record Distillation(LossTerm term, Teacher teacher, List<String> taps) {
    private static final String STRUCTURE_AWARE = "structure_aware";

    /** @throws UserException if the teacher is not there or not trained, or its taps do not fit the student's */
    static Distillation of(DistillationConfig config, RunFolder run, Graph student, NDManager manager)
            throws IOException {
        if (!config.strategy().equals(STRUCTURE_AWARE)) {
            throw new UserException(
                    "There is no distillation strategy \"" + config.strategy() + "\"", "Use " + STRUCTURE_AWARE);
        }
        TrainedNetwork teacher = TrainedNetwork.of(TrainedNetwork.named(config.teacher(), run, "distillation.teacher"));
        requireSameInput(student, teacher.graph());
        List<FeaturePair> pairs = TapMatching.pairs(config.pairs(), student, teacher.graph());
        StructureAwareLoss loss = new StructureAwareLoss(
                LossTerms.variant(
                        config.variant(), StructureAwareLoss.Variant.class, StructureAwareLoss.Variant.AS_CODED),
                pairs);
        return new Distillation(
                new LossTerm(STRUCTURE_AWARE, config.weight(), loss),
                new Teacher(
                        teacher.frozen(manager),
                        pairs.stream().map(FeaturePair::teacher).distinct().toList()),
                pairs.stream().map(FeaturePair::student).distinct().toList());
    }

    private static void requireSameInput(Graph student, Graph teacher) {
        String wanted = student.shape(student.inputs().get(0).name()).toString();
        String given = teacher.shape(teacher.inputs().get(0).name()).toString();
        if (!wanted.equals(given)) {
            throw new UserException(
                    "The student takes images of " + wanted + " and the teacher was trained on " + given,
                    "Set model.image_height and model.image_width to the teacher's");
        }
    }
}

package dev.fathom.training;

import ai.djl.ndarray.NDManager;
import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.training.distillation.FeatureLoss;
import dev.fathom.training.distillation.FeaturePair;
import dev.fathom.training.losses.LossTerm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A teacher and the losses by which a student learns from it.
 *
 * @param taps the student's feature maps that the losses compare
 */
record Distillation(List<LossTerm> terms, Teacher teacher, List<String> taps) {

    /**
     * @param losses the run's own
     * @param runs folder of the run and its neighbours
     * @param notices told what the user should know
     * @throws UserException if the teacher is not there or not trained, or its taps do not fit the student's
     */
    static Distillation of(
            RunConfig config,
            List<LossTerm> losses,
            Path runs,
            Graph student,
            NDManager manager,
            Consumer<String> notices)
            throws IOException {
        DistillationConfig own = config.distillation();
        TrainedNetwork teacher = TrainedNetwork.of(TrainedNetwork.named(own.teacher(), runs, "distillation.teacher"));
        requireSameInput(student, teacher.graph());
        DistillationTerms strategies =
                new DistillationTerms(own, losses, student, teacher.graph(), config.seed(), notices);
        List<LossTerm> terms = strategies.all();
        return new Distillation(
                terms,
                new Teacher(teacher.frozen(manager), taps(terms, FeaturePair::teacher)),
                taps(terms, FeaturePair::student));
    }

    private static List<String> taps(List<LossTerm> terms, Function<FeaturePair, String> side) {
        return terms.stream()
                .map(LossTerm::loss)
                .filter(FeatureLoss.class::isInstance)
                .flatMap(loss -> ((FeatureLoss) loss).pairs().stream())
                .map(side)
                .distinct()
                .toList();
    }

    /**
     * The network of the run that a configuration names as teacher; its weights are there, but not read.
     *
     * @throws UserException if it is not there or not trained
     */
    static Graph teacher(RunConfig config, Path runs) throws IOException {
        RunFolder run = TrainedNetwork.named(config.distillation().teacher(), runs, "distillation.teacher");
        Checkpoints.of(run).weights();
        return TrainedNetwork.graph(run.readConfig().model());
    }

    /** @throws UserException as {@link #of}, if the student cannot learn so from that network */
    static void require(
            RunConfig config, List<LossTerm> losses, Graph student, Graph teacher, Consumer<String> notices) {
        requireSameInput(student, teacher);
        new DistillationTerms(config.distillation(), losses, student, teacher, config.seed(), notices).all();
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

package dev.fathom.training;

import dev.fathom.data.BatchLoader;
import dev.fathom.run.TrainingConfig;
import dev.fathom.training.losses.LossTerm;
import java.util.List;
import java.util.Optional;

/**
 * What a training does; nothing in it changes while it runs.
 *
 * @param taps feature maps of the student that the losses need
 * @param teacher empty without distillation
 * @param loader of the training split
 * @param validation empty if there is no validation split
 * @param schedule learning rate by step
 */
record TrainingPlan(
        TrainingConfig config,
        List<LossTerm> losses,
        List<String> taps,
        Optional<Teacher> teacher,
        BatchLoader loader,
        Optional<Scoring> validation,
        PolynomialSchedule schedule) {

    /** Global steps of the whole run. */
    long steps() {
        return (long) config.epochs() * loader.batchesPerEpoch();
    }
}

package dev.fathom.training;

import dev.fathom.data.BatchLoader;
import dev.fathom.run.Schedule;
import dev.fathom.run.TrainingConfig;
import dev.fathom.training.losses.FocalLengths;
import java.util.List;
import java.util.Optional;

/**
 * What a training does; nothing in it changes while it runs.
 *
 * @param taps feature maps of the student that the losses need
 * @param teacher empty without distillation
 * @param focal lengths of the camera, in pixels of the canvas
 * @param loader of the training split
 * @param validation empty if there is no validation split
 * @param schedule learning rate by step
 */
record TrainingPlan(
        TrainingConfig config,
        TotalLoss loss,
        List<String> taps,
        Optional<Teacher> teacher,
        FocalLengths focal,
        BatchLoader loader,
        Optional<Scoring> validation,
        Schedule schedule) {

    /** Global steps of the whole run. */
    long steps() {
        return (long) config.epochs() * loader.batchesPerEpoch();
    }
}

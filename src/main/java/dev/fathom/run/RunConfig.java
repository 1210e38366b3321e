package dev.fathom.run;

import dev.fathom.core.BatchSplit;
import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that determines a run, as written in {@code config.yaml}; what a file leaves out gets the default.
 *
 * @param schemaVersion version of this form
 * @param name what the user calls the run
 * @param tags words for filtering
 * @param seed of initial weights, data order and augmentation
 * @param reweighting {@code none}: the weights of the losses are fixed; {@code learned}: further factors are trained
 * @param distillation null for training without a teacher
 */
public record RunConfig(
        Integer schemaVersion,
        String name,
        List<String> tags,
        Long seed,
        ModelConfig model,
        DataConfig data,
        TrainingConfig training,
        OptimizerConfig optimizer,
        ScheduleConfig schedule,
        AugmentationConfig augmentation,
        List<LossConfig> losses,
        String reweighting,
        DistillationConfig distillation) {

    /** The version that this program writes. */
    public static final int SCHEMA_VERSION = 1;

    public RunConfig {
        schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
        if (schemaVersion != SCHEMA_VERSION) {
            throw new UserException(
                    "The configuration is of version " + schemaVersion + ", this Fathom reads version "
                            + SCHEMA_VERSION,
                    "Open it with the Fathom that wrote it, or set schema_version after checking the fields");
        }
        Require.that(model != null, "model is missing", "Add \"model: {architecture: litedepth}\"");
        Require.that(data != null, "data is missing", "Add \"data: {folder: DIR}\", or name it with --data DIR");
        name = name == null ? model.architecture() : name;
        tags = tags == null ? List.of() : Require.entries(tags, "tags");
        seed = seed == null ? 1L : seed;
        training = training == null ? TrainingConfig.defaults() : training;
        optimizer = optimizer == null ? OptimizerConfig.defaults() : optimizer;
        schedule = schedule == null ? ScheduleConfig.defaults() : schedule;
        augmentation = augmentation == null ? AugmentationConfig.defaults() : augmentation;
        losses = losses == null ? LossConfig.defaults() : Require.entries(losses, "losses");
        reweighting = reweighting == null ? "none" : reweighting;
        Require.that(
                List.of("none", "learned").contains(reweighting),
                "reweighting is \"" + reweighting + "\"",
                "Set it to none or learned");
        Require.that(
                !losses.isEmpty() || distillation != null,
                "losses is empty",
                "Name at least one loss or a distillation");
    }

    /** @throws UserException naming line and field, if the file is not a configuration */
    public static RunConfig read(Path yaml) {
        return Json.readYaml(yaml, RunConfig.class);
    }

    /** As YAML with every default spelled out. */
    public String toYaml() {
        return Json.yaml(this);
    }

    /**
     * How the pictures with depth make batches.
     *
     * @param fewestImages that the network can be trained on, those without depth included
     */
    public BatchSplit batches(int fewestImages) {
        return new BatchSplit(training.batchSize(), Math.max(1, fewestImages - unlabeledPerBatch()));
    }

    /** Pictures without depth that each batch gets besides its {@code training.batch_size}; 0 without distillation. */
    public int unlabeledPerBatch() {
        return distillation == null ? 0 : distillation.unlabeledPerBatch();
    }
}

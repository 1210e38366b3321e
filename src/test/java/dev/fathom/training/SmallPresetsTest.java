package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes that a CPU can train do train: three steps of each on tiny pictures, teachers before students. */
class SmallPresetsTest {
    private static final String REFERENCE = "preset:";

    @TempDir
    Path root;

    private final Map<String, RunFolder> trained = new HashMap<>();

    @Test
    void everySmallPresetTrains() throws IOException {
        TinyRuns tiny = new TinyRuns(root);
        for (String name : BundledFiles.PRESETS.names()) {
            if (name.endsWith("-small")) {
                train(name, tiny);
            }
        }
    }

    private RunFolder train(String name, TinyRuns tiny) throws IOException {
        if (!trained.containsKey(name)) {
            RunFolder run = tiny.create(config(name, tiny));
            assertEquals(RunState.FINISHED, Training.run(run, () -> false, TrainingProgress.silent()), name);
            trained.put(name, run);
        }
        return trained.get(name);
    }

    private RunConfig config(String name, TinyRuns tiny) throws IOException {
        Map<String, Object> set = new LinkedHashMap<>(Map.of(
                "data.folder",
                tiny.data().toString(),
                "data.unlabeled",
                tiny.data().resolve("val/rgb").toString(),
                "model.image_height",
                TinyRuns.HEIGHT,
                "model.image_width",
                TinyRuns.WIDTH,
                "training.epochs",
                1,
                "training.batch_size",
                2,
                "training.threads",
                1));
        RunConfig published = ConfigOverrides.apply(BundledFiles.PRESETS.find(name), set);
        if (!published.augmentation().crops().isEmpty()) {
            set.put("augmentation.crops", List.of(List.of(60, 64), List.of(120, 128)));
        }
        if (published.distillation() != null) {
            set.put("distillation.teacher", run(published.distillation().teacher(), tiny));
            set.put(
                    "distillation.unlabeled_per_batch",
                    Math.min(1, published.distillation().unlabeledPerBatch()));
        }
        if (published.model().initFrom() != null) {
            set.put("model.init_from", run(published.model().initFrom(), tiny));
        }
        return ConfigOverrides.apply(BundledFiles.PRESETS.find(name), set);
    }

    private String run(String reference, TinyRuns tiny) throws IOException {
        assertEquals(REFERENCE, reference.substring(0, REFERENCE.length()));
        return train(reference.substring(REFERENCE.length()), tiny).path().toString();
    }
}

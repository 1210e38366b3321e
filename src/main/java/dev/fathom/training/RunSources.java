package dev.fathom.training;

import dev.fathom.hub.Checksum;
import dev.fathom.hub.WeightsCache;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run is made from: how its data set was read, divided and decoded, and checksums of all else, for its provenance. */
final class RunSources {
    private RunSources() {}

    /**
     * By the configuration's field that names each.
     *
     * @param runs folder of the run and its neighbours
     */
    static Map<String, String> of(RunConfig config, Path runs, TrainingData data) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("data.format", data.folder().format());
        sources.put("data.split", data.folder().splitRule());
        sources.put("data.decoders", data.decoders().toString());
        ModelConfig model = config.model();
        if (!model.pretrained().equals(ModelConfig.NONE)) {
            sources.put("model.pretrained", hex(WeightsCache.standard().find(model.pretrained())));
        }
        if (model.initFrom() != null) {
            sources.put("model.init_from", hex(StartingWeights.file(model.initFrom(), runs)));
        }
        if (config.distillation() != null) {
            Path teacher = Checkpoints.of(
                            TrainedNetwork.named(config.distillation().teacher(), runs, "distillation.teacher"))
                    .weights();
            sources.put("distillation.teacher", hex(teacher));
            if (config.distillation().unlabeledPerBatch() > 0) {
                sources.put("data.unlabeled", data.unlabelledFingerprint());
            }
        }
        return sources;
    }

    private static String hex(Path file) {
        return Checksum.of(file).hex();
    }
}

package dev.fathom.ui.experiment;

import dev.fathom.core.ImageSize;
import dev.fathom.run.DataConfig;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up what a configuration names; what was found last is kept. For one background thread at a time. */
final class FactFinder {
    private static final int KEPT_NETWORKS = 32;

    private final RunShelf shelf;
    private final Map<String, Finding<NetworkFacts>> networks = new LinkedHashMap<>();
    private DataConfig dataConfig;
    private Finding<DataFacts> data = Finding.nothing();

    FactFinder(Workspace workspace) {
        this.shelf = new RunShelf(workspace);
    }

    /** A data folder that could not be read is looked at again, another is not. */
    synchronized Facts find(RunConfig config) throws IOException {
        List<RunFacts> runs = shelf.read();
        Finding<NetworkFacts> student = network(config.model());
        RunFacts teacherRun = config.distillation() == null
                ? null
                : runs.stream()
                        .filter(run -> run.isNamed(config.distillation().teacher()))
                        .findFirst()
                        .orElse(null);
        Finding<NetworkFacts> teacher = teacherRun == null
                ? Finding.nothing()
                : network(teacherRun.config().model());
        findData(config.data());
        Optional<Estimate> estimate = data.isThere() && student.isThere()
                ? Optional.of(Estimate.of(
                        config,
                        data.value(),
                        student.value(),
                        Optional.ofNullable(teacher.value()),
                        PastSpeed.of(config, teacherRun == null ? "" : teacherRun.architecture(), runs)))
                : Optional.empty();
        return new Facts(runs, data, student, teacher, teacherRun, estimate);
    }

    private void findData(DataConfig config) {
        if (config.folder().equals(Defaults.NOTHING)) {
            dataConfig = config;
            data = Finding.nothing();
        } else if (data.reason() != null || !config.equals(dataConfig)) {
            dataConfig = config;
            data = Finding.of(() -> DataFacts.of(config));
        }
    }

    private Finding<NetworkFacts> network(ModelConfig model) {
        if (networks.size() > KEPT_NETWORKS) {
            networks.clear();
        }
        ImageSize image = new ImageSize(model.imageHeight(), model.imageWidth());
        return networks.computeIfAbsent(
                model.architecture() + " " + image,
                key -> Finding.of(() -> NetworkFacts.of(model.architecture(), image)));
    }
}

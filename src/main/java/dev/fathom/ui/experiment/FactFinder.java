package dev.fathom.ui.experiment;

import dev.fathom.core.ImageSize;
import dev.fathom.run.Chain;
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
    synchronized Facts find(Chain chain) throws IOException {
        List<RunFacts> runs = shelf.read();
        RunConfig config = chain.links().get(chain.links().size() - 1).config();
        findData(config.data());
        Finding<NetworkFacts> teacher =
                teacher(config, chain, runs).map(this::network).orElse(Finding.nothing());
        Map<String, Estimate> before = new LinkedHashMap<>();
        for (Chain.Link link : ChainDraft.before(chain)) {
            estimate(link.config(), chain, runs).ifPresent(estimate -> before.put(link.preset(), estimate));
        }
        return new Facts(
                runs, data, network(config.model()), teacher, estimate(config, chain, runs), Map.copyOf(before));
    }

    /** The teacher's network, of a run of the workspace or of one that is trained first. */
    private static Optional<ModelConfig> teacher(RunConfig config, Chain chain, List<RunFacts> runs) {
        if (config.distillation() == null) {
            return Optional.empty();
        }
        String named = config.distillation().teacher();
        return runs.stream()
                .filter(run -> run.isNamed(named))
                .map(run -> run.config().model())
                .findFirst()
                .or(() -> chain.planned(named));
    }

    private Optional<Estimate> estimate(RunConfig config, Chain chain, List<RunFacts> runs) {
        Finding<NetworkFacts> student = network(config.model());
        Optional<ModelConfig> teacher = teacher(config, chain, runs);
        if (!data.isThere() || !student.isThere()) {
            return Optional.empty();
        }
        return Optional.of(Estimate.of(
                config,
                data.value(),
                student.value(),
                teacher.map(this::network).map(Finding::value),
                PastSpeed.of(config, teacher.map(ModelConfig::architecture).orElse(""), runs)));
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

package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import dev.fathom.training.losses.LossTerm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be said of a training before it has a folder, so that a mistake leaves nothing behind. No native library is
 * loaded and no weights are read.
 */
public final class Preflight {
    private Preflight() {}

    /**
     * A training whose teacher and first weights exist.
     *
     * @param runs folder in which the run will be, beside those that the configuration names by id
     * @return what the user should know before it begins; may be empty
     * @throws UserException with the first thing because of which the training could not begin
     */
    public static List<String> check(RunConfig config, Path runs) throws IOException {
        return check(config, runs, reference -> Optional.empty());
    }

    /**
     * A training that may build on others which are still to be made.
     *
     * @param planned the network of what {@code distillation.teacher} or {@code model.init_from} names, if its run does
     *     not exist yet
     * @return as {@link #check(RunConfig, Path)}
     * @throws UserException as {@link #check(RunConfig, Path)}
     */
    public static List<String> check(RunConfig config, Path runs, Function<String, Optional<ModelConfig>> planned)
            throws IOException {
        Graph graph = TrainedNetwork.graph(config.model());
        ConfigRules.requireDecay(config);
        List<LossTerm> losses = LossTerms.of(config.losses());
        Reweighting.of(config);
        TrainingData data = TrainingData.open(config, problem -> {});
        int unlabelled = config.unlabeledPerBatch();
        data.requireBatch(unlabelled);
        List<String> notices = new ArrayList<>();
        ConfigRules.warmUpNotice(config, data.steps()).ifPresent(notices::add);
        data.cameraNotice().ifPresent(notices::add);
        Optional<ModelConfig> first =
                Optional.ofNullable(config.model().initFrom()).flatMap(planned);
        if (first.isPresent()) {
            requireSameParameters(graph, TrainedNetwork.graph(first.get()));
        } else {
            StartingWeights.require(graph, config, runs);
        }
        if (config.distillation() != null) {
            data.requireUnlabelled(unlabelled);
            Optional<ModelConfig> teacher = planned.apply(config.distillation().teacher());
            Graph taught =
                    teacher.isPresent() ? TrainedNetwork.graph(teacher.get()) : Distillation.teacher(config, runs);
            Distillation.require(config, losses, graph, taught, notices::add);
        }
        return notices;
    }

    private static void requireSameParameters(Graph graph, Graph first) {
        boolean same = graph.parameters().entrySet().stream()
                .allMatch(p -> first.parameters().containsKey(p.getKey())
                        && first.parameters()
                                .get(p.getKey())
                                .dims()
                                .equals(p.getValue().dims()));
        if (!same) {
            throw new UserException(
                    "The weights of " + first.name() + " that model.init_from names do not fit " + graph.name(),
                    "Start from a run of the same network");
        }
    }
}

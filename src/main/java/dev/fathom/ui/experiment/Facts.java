package dev.fathom.ui.experiment;

import dev.fathom.run.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What files and networks say about a configuration.
 *
 * @param runs of the workspace that can be built on, newest first
 * @param teacher the network of the teacher, a run's or one that is trained first
 * @param before what the presets will take that are trained first, as far as that can be said
 */
record Facts(
        List<RunFacts> runs,
        Finding<DataFacts> data,
        Finding<NetworkFacts> student,
        Finding<NetworkFacts> teacher,
        Optional<Estimate> estimate,
        Map<String, Estimate> before) {
    /** Before anything was looked at. */
    static final Facts NONE =
            new Facts(List.of(), Finding.nothing(), Finding.nothing(), Finding.nothing(), Optional.empty(), Map.of());

    /** Batches in an epoch, 0 if there are too few pictures for one; empty if the data set is not known. */
    Optional<Integer> stepsPerEpoch(RunConfig config) {
        int fewest = student.isThere() ? student.value().fewestImages() : 1;
        return data.isThere()
                ? Optional.of(
                        config.batches(fewest).batches(data.value().train().size()))
                : Optional.empty();
    }

    /** Seconds of everything that is trained; empty if not all of it can be estimated. */
    Optional<Double> seconds(int trainings) {
        return estimate.filter(own -> before.size() == trainings - 1)
                .map(own -> own.seconds()
                        + before.values().stream()
                                .mapToDouble(Estimate::seconds)
                                .sum());
    }

    /** Memory of what takes most of it, in bytes. */
    long bytes() {
        return Math.max(
                estimate.map(Estimate::bytes).orElse(0L),
                before.values().stream().mapToLong(Estimate::bytes).max().orElse(0));
    }
}

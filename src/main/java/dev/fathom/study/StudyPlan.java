package dev.fathom.study;

import dev.fathom.run.Json;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trainings of a study and where their results go.
 *
 * @param runs each different training once, in order: prerequisites first, then the first seed of every row, and so on
 * @param rows row name to the run of each seed; one run where the row shows a prerequisite that is trained once
 */
public record StudyPlan(StudyFile study, List<PlannedRun> runs, Map<String, List<PlannedRun>> rows) {

    /**
     * What the user adds to a study file.
     *
     * @param data folder of the data set, or null to keep the configurations' own
     * @param epochsScale factor of all epochs
     * @param set overrides for every run, by dotted path
     */
    public record Options(Path data, double epochsScale, Map<String, Object> set) {
        private static final double MOST = 1000;

        public Options {
            Require.that(
                    epochsScale > 0 && epochsScale <= MOST,
                    "The epochs cannot be multiplied by " + epochsScale,
                    "Give a factor above 0 and up to 1000");
        }
    }

    /**
     * Resolves every run of a study.
     *
     * @throws dev.fathom.core.UserException if a reference, a cycle or a field is wrong
     */
    public static StudyPlan of(StudyFile study, ConfigSource source, Options options) {
        return new Planner(study, source, options).plan();
    }

    /** The configurations of the runs, in which {@code run:NUMBER} stands for another. */
    public List<RunConfig> configs() {
        return runs.stream()
                .map(run -> Json.fromTree(run.tree(), RunConfig.class, run.label()))
                .toList();
    }

    /** The network of a run that a configuration of this plan refers to; empty if it names a run that exists. */
    public Optional<ModelConfig> planned(String reference) {
        return reference.startsWith(Reference.PREFIX)
                ? Optional.of(configs()
                        .get(Integer.parseInt(reference.substring(Reference.PREFIX.length())) - 1)
                        .model())
                : Optional.empty();
    }

    /** True if the table shows this run. */
    boolean isShown(PlannedRun run) {
        return rows.values().stream().anyMatch(runs -> runs.contains(run));
    }
}

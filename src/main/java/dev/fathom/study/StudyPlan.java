package dev.fathom.study;

import dev.fathom.run.Json;
import dev.fathom.run.ModelConfig;
import dev.fathom.run.RunConfig;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    public record Options(Path data, double epochsScale, Map<String, Object> set) {}

    /**
     * Resolves every run of a study.
     *
     * @throws dev.fathom.core.UserException if a reference, a cycle or a field is wrong
     */
    public static StudyPlan of(StudyFile study, ConfigSource source, Options options) {
        return new Planner(study, source, options).plan();
    }

    /** The networks that the runs train, each once. */
    public Set<ModelConfig> models() {
        Set<ModelConfig> models = new LinkedHashSet<>();
        for (PlannedRun run : runs) {
            models.add(Json.fromTree(run.tree(), RunConfig.class, run.label()).model());
        }
        return models;
    }

    /** True if the table shows this run. */
    boolean isShown(PlannedRun run) {
        return rows.values().stream().anyMatch(runs -> runs.contains(run));
    }
}

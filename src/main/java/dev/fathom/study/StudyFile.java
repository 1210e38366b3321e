package dev.fathom.study;

import dev.fathom.core.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a study file says.
 *
 * @param name of the study and of its folder
 * @param description one sentence for the table
 * @param seeds every row is trained with each
 * @param columns of the table
 * @param base what prerequisites and rows start from
 * @param prerequisites runs that rows refer to, such as a teacher
 * @param rows of the table
 */
public record StudyFile(
        String name,
        String description,
        List<Long> seeds,
        List<Column> columns,
        Stage base,
        List<Prerequisite> prerequisites,
        List<Row> rows) {
    public StudyFile {
        Require.name(name, "The study");
        description = description == null ? "" : description.strip();
        seeds = seeds == null ? List.of(1L) : List.copyOf(seeds);
        Require.that(!seeds.isEmpty(), "seeds is empty", "Name at least one, such as [1, 2, 3]");
        distinct("The seed", seeds);
        columns = columns == null
                ? List.of(Column.SI_RMSE, Column.RMSE, Column.LOG10, Column.ABS_REL, Column.PARAMETERS, Column.MACS)
                : List.copyOf(columns);
        base = base == null ? new Stage("base", null, null) : base;
        prerequisites = prerequisites == null ? List.of() : List.copyOf(prerequisites);
        Require.that(rows != null && !rows.isEmpty(), "The study has no rows", "Add \"rows:\" with at least one");
        rows = List.copyOf(rows);
        List<String> names = new ArrayList<>();
        prerequisites.forEach(one -> names.add(one.name()));
        rows.forEach(one -> names.add(one.name()));
        distinct("The name", names);
    }

    /**
     * One training.
     *
     * @param name in references
     * @param config a preset or a file to start from; null to start from what the level above has
     * @param set fields that replace those of the configuration
     */
    public record Stage(String name, String config, Map<String, Object> set) {
        public Stage {
            set = set == null ? Map.of() : new LinkedHashMap<>(set);
        }
    }

    /**
     * A run that rows need.
     *
     * @param eachSeed false to train it once, with the first seed
     */
    public record Prerequisite(String name, Boolean eachSeed, String config, Map<String, Object> set) {
        public Prerequisite {
            Require.name(name, "A prerequisite");
            eachSeed = eachSeed != null && eachSeed;
        }

        Stage stage() {
            return new Stage(name, config, set);
        }
    }

    /**
     * A row of the table.
     *
     * @param run a prerequisite that the row shows instead of a training of its own, or null
     * @param stages trainings one after the other, the last of which the table shows; empty for a single one
     */
    public record Row(String name, String run, String config, Map<String, Object> set, List<Stage> stages) {
        public Row {
            Require.name(name, "A row");
            set = set == null ? Map.of() : new LinkedHashMap<>(set);
            stages = stages == null ? List.of() : List.copyOf(stages);
            for (Stage stage : stages) {
                Require.name(stage.name(), "A stage of the row \"" + name + "\"");
            }
            distinct("The stage", stages.stream().map(Stage::name).toList());
            Require.that(
                    run == null || config == null && set.isEmpty() && stages.isEmpty(),
                    "The row \"" + name + "\" has a run and also settings of its own",
                    "Keep one of them");
        }
    }

    /** @throws UserException naming the first that appears twice */
    private static void distinct(String what, List<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            Require.that(seen.add(value), what + " \"" + value + "\" appears twice", "Give each its own");
        }
    }
}

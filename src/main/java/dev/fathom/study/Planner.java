package dev.fathom.study;

import dev.fathom.core.UserException;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the queue of a study: finds what refers to what, and joins trainings that are the same. */
final class Planner {
    private final StudyFile study;
    private final ConfigSource source;
    private final StudyPlan.Options options;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, PlannedRun> planned = new HashMap<>();
    private final Map<Map<String, Object>, PlannedRun> distinct = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> used = new HashSet<>();

    /**
     * Something that can be referred to.
     *
     * @param row the row that it belongs to, or null for a prerequisite
     * @param layers its settings, the most general first
     */
    private record Target(String name, String row, boolean eachSeed, List<StudyFile.Stage> layers) {}

    Planner(StudyFile study, ConfigSource source, StudyPlan.Options options) {
        this.study = study;
        this.source = source;
        this.options = options;
        study.prerequisites()
                .forEach(p -> add(new Target(p.name(), null, p.eachSeed(), List.of(study.base(), p.stage()))));
        study.rows().forEach(this::addRow);
    }

    private void addRow(StudyFile.Row row) {
        StudyFile.Stage common = new StudyFile.Stage(row.name(), row.config(), row.set());
        for (StudyFile.Stage stage : row.stages()) {
            add(new Target(row.name() + "/" + stage.name(), row.name(), true, List.of(study.base(), common, stage)));
        }
        if (row.stages().isEmpty() && row.run() == null) {
            add(new Target(row.name(), row.name(), true, List.of(study.base(), common)));
        }
    }

    private void add(Target target) {
        targets.put(target.name(), target);
    }

    StudyPlan plan() {
        Map<String, List<PlannedRun>> rows = new LinkedHashMap<>();
        study.rows().forEach(row -> rows.put(row.name(), new ArrayList<>()));
        for (long seed : study.seeds()) {
            study.prerequisites().forEach(p -> run(targets.get(p.name()), seed));
            for (StudyFile.Row row : study.rows()) {
                row.stages().forEach(stage -> run(targets.get(row.name() + "/" + stage.name()), seed));
                PlannedRun shown = run(shown(row), seed);
                if (!rows.get(row.name()).contains(shown)) {
                    rows.get(row.name()).add(shown);
                }
            }
        }
        for (StudyFile.Prerequisite p : study.prerequisites()) {
            Require.that(
                    used.contains(p.name()),
                    "No row uses the prerequisite \"" + p.name() + "\"",
                    "Refer to it with " + Reference.PREFIX + p.name() + ", or remove it");
        }
        return new StudyPlan(study, List.copyOf(distinct.values()), rows);
    }

    private Target shown(StudyFile.Row row) {
        return row.run() != null ? find(row.run(), "The row \"" + row.name() + "\"", null) : last(row);
    }

    private Target last(StudyFile.Row row) {
        int stages = row.stages().size();
        return targets.get(
                stages == 0
                        ? row.name()
                        : row.name() + "/" + row.stages().get(stages - 1).name());
    }

    /** A name as a row's own stage, a prerequisite, another row's last stage, or {@code ROW/STAGE}. */
    private Target find(String name, String from, String row) {
        return find(name, from, row, new HashSet<>());
    }

    private Target find(String name, String from, String row, Set<String> passed) {
        Require.that(
                passed.add(name),
                from + " refers to \"" + name + "\", which shows itself",
                "Let one of these rows have settings of its own");
        used.add(name);
        Target own = targets.get(row + "/" + name);
        if (own != null || targets.containsKey(name)) {
            return own != null ? own : targets.get(name);
        }
        for (StudyFile.Row other : study.rows()) {
            if (other.name().equals(name)) {
                return other.run() == null ? last(other) : find(other.run(), from, null, passed);
            }
        }
        throw new UserException(
                from + " refers to " + Reference.PREFIX + name + ", and there is no such prerequisite, row or stage",
                "Use one of " + String.join(", ", targets.keySet()));
    }

    private PlannedRun run(Target target, long wanted) {
        long seed = target.eachSeed() ? wanted : study.seeds().get(0);
        String key = seed + " " + target.name();
        if (planned.containsKey(key)) {
            return planned.get(key);
        }
        if (open.contains(target.name())) {
            throw new UserException(
                    "\"" + String.join("\" needs \"", open) + "\" needs \"" + target.name()
                            + "\", so none of them can be first",
                    "Remove one of these references");
        }
        open.addLast(target.name());
        Map<String, Object> tree = Reference.replace(
                resolved(target, seed),
                name -> Reference.PREFIX
                        + run(find(name, "\"" + target.name() + "\"", target.row()), seed)
                                .number());
        open.removeLast();
        PlannedRun run = distinct.computeIfAbsent(
                PlannedRun.identity(tree), id -> new PlannedRun(distinct.size() + 1, label(target, seed), seed, tree));
        planned.put(key, run);
        return run;
    }

    private String label(Target target, long seed) {
        return target.name().replace("/", ", ") + (target.eachSeed() ? ", seed " + seed : "");
    }

    /** The configuration with every default spelled out; settings above a level with a config of its own do not count. */
    private Map<String, Object> resolved(Target target, long seed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (StudyFile.Stage layer : target.layers()) {
            if (layer.config() != null) {
                tree = Json.yamlTree(source.yaml(layer.config()), layer.config());
            }
            ConfigOverrides.merge(tree, layer.set());
        }
        if (options.data() != null) {
            ConfigOverrides.merge(tree, Map.of("data.folder", options.data().toString()));
        }
        ConfigOverrides.merge(tree, options.set());
        ConfigOverrides.merge(
                tree, Map.of("name", label(target, seed), "seed", seed, "tags", List.of("study", study.name())));
        RunConfig config =
                Json.fromTree(tree, RunConfig.class, "\"" + target.name() + "\" of the study " + study.name());
        Needs.requireNone(config);
        return scaled(config);
    }

    private Map<String, Object> scaled(RunConfig config) {
        Map<String, Object> tree = Json.yamlTree(config.toYaml());
        long epochs = Math.max(1, Math.round(config.training().epochs() * options.epochsScale()));
        ConfigOverrides.merge(tree, Map.of("training.epochs", Math.toIntExact(epochs)));
        return tree;
    }
}

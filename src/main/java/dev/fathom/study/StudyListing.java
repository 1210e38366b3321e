package dev.fathom.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The queue of a study in words: each run with what sets it apart from the first. */
public final class StudyListing {
    private StudyListing() {}

    /** One line a run; for the first seed also one for each field that differs from the first row with its own training. */
    public static String of(StudyPlan plan, StudyFolder folder) {
        Progress progress = new Progress(plan, folder);
        PlannedRun first = reference(plan);
        Map<String, String> common = flat(first.tree());
        StringBuilder text = new StringBuilder();
        text.append(plan.runs().size())
                .append(" runs; what differs from \"")
                .append(first.label())
                .append("\":\n");
        for (PlannedRun run : plan.runs()) {
            text.append(String.format(
                    "%3d  %-52s %s%n",
                    run.number(), run.label(), progress.of(run).kind().text()));
            if (run.seed() != first.seed()) {
                continue;
            }
            Map<String, String> own = flat(run.tree());
            TreeSet<String> keys = new TreeSet<>(common.keySet());
            keys.addAll(own.keySet());
            for (String key : keys) {
                if (!Objects.equals(own.get(key), common.get(key))) {
                    text.append("       ")
                            .append(key)
                            .append(": ")
                            .append(own.getOrDefault(key, "none"))
                            .append('\n');
                }
            }
        }
        return text.toString().stripTrailing();
    }

    private static PlannedRun reference(StudyPlan plan) {
        return plan.study().rows().stream()
                .filter(row -> row.run() == null)
                .map(row -> plan.rows().get(row.name()).get(0))
                .findFirst()
                .orElse(plan.runs().get(0));
    }

    /** Fields by dotted path, without those that only tell the runs apart. */
    private static Map<String, String> flat(Map<String, Object> tree) {
        Map<String, String> fields = new LinkedHashMap<>();
        PlannedRun.identity(tree).forEach((key, value) -> flatten(key, value, fields));
        fields.remove("seed");
        return fields;
    }

    private static void flatten(String path, Object value, Map<String, String> fields) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> flatten(path + "." + key, inner, fields));
        } else {
            fields.put(path, value instanceof List<?> list ? list.toString() : String.valueOf(value));
        }
    }
}

package dev.fathom.ui.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The strategies of a distillation, of which a configuration has the first in other places than the others. */
final class Terms {
    private static final String DISTILLATION = "distillation";
    private static final String STRATEGY = "strategy";
    private static final String USUAL = "structure_aware";
    private static final List<String> FIELDS = List.of(STRATEGY, "variant", "weight", "parameters", "losses", "pairs");

    private Terms() {}

    /** Of a draft, the first one first; none without a distillation. */
    static Entries of(Draft draft) {
        if (draft.at(DISTILLATION) == null) {
            return new Entries(STRATEGY, List.of());
        }
        Map<String, Object> first = new LinkedHashMap<>();
        for (String field : FIELDS) {
            Object value = draft.at(DISTILLATION + "." + field);
            if (value != null) {
                first.put(field, value);
            }
        }
        first.putIfAbsent(STRATEGY, USUAL);
        List<Map<String, Object>> all = new ArrayList<>(List.of(first));
        all.addAll(Entries.of(STRATEGY, draft.at(DISTILLATION + ".also")).list());
        return new Entries(STRATEGY, all);
    }

    /** The draft with these in place of its own; at least one. */
    static Draft put(Draft draft, Entries terms) {
        Draft changed = draft;
        Map<String, Object> first = terms.list().get(0);
        for (String field : FIELDS) {
            changed = changed.with(DISTILLATION + "." + field, first.get(field));
        }
        List<Map<String, Object>> others = terms.list().subList(1, terms.list().size());
        return changed.with(DISTILLATION + ".also", others.isEmpty() ? null : others);
    }
}

package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import java.util.List;
import java.util.Map;

/**
 * What a field has if nobody sets it. Some depend on others, as epsilon does on the optimiser.
 *
 * @param tree a whole configuration
 */
record Defaults(Map<String, Object> tree) {
    /** Fields on which the defaults of others depend. */
    private static final List<String> DECIDING = List.of("model.architecture", "optimizer.name", "schedule.name");

    /** Stands for a folder or run that is not chosen. */
    static final String NOTHING = "?";

    /** The least that makes a configuration. */
    static final Draft LEAST =
            new Draft(Map.of("model", Map.of("architecture", "litedepth"), "data", Map.of("folder", NOTHING)));

    private static final Map<String, Object> WHOLE = whole();

    /** Every field of a configuration, one that distils. */
    static Map<String, Object> whole() {
        return whole(LEAST);
    }

    private static Map<String, Object> whole(Draft draft) {
        Map<String, Object> tree = Json.fields(Json.fromTree(draft.tree(), RunConfig.class, "the defaults"));
        tree.put("distillation", Json.fields(DistillationConfig.by(NOTHING)));
        return tree;
    }

    static Defaults of(Draft draft) {
        Draft deciding = LEAST;
        for (String path : DECIDING) {
            if (draft.at(path) instanceof String value) {
                deciding = known(deciding.with(path, value)) ? deciding.with(path, value) : deciding;
            }
        }
        return new Defaults(whole(deciding));
    }

    private static boolean known(Draft draft) {
        try {
            Json.fromTree(draft.tree(), RunConfig.class, "the defaults");
            return true;
        } catch (UserException e) {
            // What is not known decides nothing; the check of the draft says so.
            return false;
        }
    }

    /** The default at a dotted path; null if there is none, or it stands for something not chosen. */
    Object at(String path) {
        Object value = new Draft(DECIDING.contains(path) ? WHOLE : tree).at(path);
        return NOTHING.equals(value) ? null : value;
    }
}

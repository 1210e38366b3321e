package dev.fathom.ui.experiment;

import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration as far as somebody has set it; what it leaves out has its default. Unlike a {@code RunConfig} it may be
 * incomplete or wrong, as a form is while it is filled in. Immutable.
 *
 * @param tree fields by name, nested as in YAML
 */
public record Draft(Map<String, Object> tree) {
    /** Nothing is set. */
    static final Draft EMPTY = new Draft(Map.of());

    public Draft {
        Objects.requireNonNull(tree, "tree");
        tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
    }

    /**
     * Of YAML text.
     *
     * @param origin names it in errors
     * @throws dev.fathom.core.UserException if it is not YAML, or not fields with values
     */
    static Draft parse(String yaml, String origin) {
        return yaml.isBlank() ? EMPTY : new Draft(Json.yamlTree(yaml, origin));
    }

    /** What is set at a dotted path, or null. */
    Object at(String path) {
        Object value = tree;
        for (String step : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }

    /** The same with a value at a dotted path; null removes what is there. */
    Draft with(String path, Object value) {
        return new Draft(changed(tree, List.of(path.split("\\.")), value));
    }

    private static Map<String, Object> changed(Map<?, ?> before, List<String> path, Object value) {
        Map<String, Object> after = new LinkedHashMap<>();
        before.forEach((key, old) -> after.put(String.valueOf(key), old));
        String first = path.get(0);
        Object inside = value;
        if (path.size() > 1) {
            Map<?, ?> old = after.get(first) instanceof Map<?, ?> map ? map : Map.of();
            Map<String, Object> changed = changed(old, path.subList(1, path.size()), value);
            inside = changed.isEmpty() ? null : changed;
        }
        if (inside == null) {
            after.remove(first);
        } else {
            after.put(first, inside);
        }
        return after;
    }

    /** The same with all fields of another, as far as that sets them. */
    Draft overlaid(Draft over) {
        Map<String, Object> merged = new LinkedHashMap<>(tree);
        ConfigOverrides.merge(merged, over.tree);
        return new Draft(merged);
    }

    /** As YAML, the fields in the order of a whole configuration. */
    String yaml() {
        return tree.isEmpty() ? "" : Json.yaml(FieldOrder.sorted(tree));
    }
}

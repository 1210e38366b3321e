package dev.fathom.run;

import dev.fathom.core.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration with some fields replaced. */
public final class ConfigOverrides {
    private ConfigOverrides() {}

    /**
     * A configuration from its text with fields replaced, the rest resolved.
     *
     * @param set values by dotted path
     * @throws UserException if the text or a path is wrong
     */
    public static RunConfig apply(BundledFiles.Text text, Map<String, Object> set) {
        if (set.isEmpty()) {
            return Json.parseYaml(text.yaml(), RunConfig.class, text.origin());
        }
        Map<String, Object> tree = Json.yamlTree(text.yaml(), text.origin());
        merge(tree, set);
        return Json.fromTree(tree, RunConfig.class, text.origin());
    }

    /**
     * Puts each value at its dotted path in a configuration that was already read.
     *
     * @param overrides dotted path to YAML text
     * @throws UserException if a path is wrong
     */
    public static RunConfig apply(RunConfig plain, Map<String, String> overrides) {
        if (overrides.isEmpty()) {
            return plain;
        }
        Map<String, Object> tree = Json.yamlTree(plain.toYaml());
        overrides.forEach((key, value) -> merge(tree, Map.of(key, Json.yamlValue(value))));
        return Json.fromTree(tree, RunConfig.class, "the configuration with --set");
    }

    /**
     * Puts each value into the tree. A key may be a dotted path; a map is merged field by field; anything else, lists
     * too, replaces what was there.
     *
     * @throws UserException if a path goes through a value that has no fields
     */
    public static void merge(Map<String, Object> tree, Map<String, ?> set) {
        set.forEach((key, value) -> put(tree, List.of(key.split("\\.")), value, key));
    }

    private static void put(Map<String, Object> tree, List<String> path, Object value, String key) {
        Map<String, Object> at = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            if (at.get(step) == null) {
                at.put(step, new LinkedHashMap<String, Object>());
            }
            at = asMap(at.get(step), key);
        }
        String last = path.get(path.size() - 1);
        if (value instanceof Map<?, ?>) {
            Map<String, Object> merged = new LinkedHashMap<>();
            if (at.get(last) instanceof Map<?, ?>) {
                merged.putAll(asMap(at.get(last), key));
            }
            merge(merged, asMap(value, key));
            at.put(last, merged);
        } else {
            at.put(last, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new UserException("The override " + key + " goes through a field that has no fields", "Check the path");
    }
}

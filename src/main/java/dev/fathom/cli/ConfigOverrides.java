package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration file with some fields replaced from the command line. */
final class ConfigOverrides {
    private ConfigOverrides() {}

    /**
     * Reads {@code file}, puts each value at its dotted path and resolves the rest.
     *
     * @throws UserException if the file or a path is wrong
     */
    static RunConfig apply(Path file, Map<String, String> overrides) {
        return apply(RunConfig.read(file), overrides);
    }

    /** As above, for a configuration that was already read. */
    static RunConfig apply(RunConfig plain, Map<String, String> overrides) {
        if (overrides.isEmpty()) {
            return plain;
        }
        Map<String, Object> tree = Json.yamlTree(plain.toYaml());
        overrides.forEach((key, value) -> put(tree, List.of(key.split("\\.")), value, key));
        return Json.parseYaml(Json.yaml(tree), RunConfig.class, "the configuration with --set");
    }

    private static void put(Map<String, Object> tree, List<String> path, String value, String key) {
        Map<String, Object> at = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            Object next = at.computeIfAbsent(step, s -> new LinkedHashMap<String, Object>());
            at = asMap(next, key);
        }
        at.put(path.get(path.size() - 1), Json.yamlValue(value));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new UserException("--set " + key + " goes through a field that has no fields", "Check the path");
    }
}

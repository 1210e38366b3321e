package dev.fathom.ui.runs;

import dev.fathom.run.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration as a flat list of fields: {@code training.epochs}, {@code losses.silog.weight}. */
final class ConfigFields {
    private ConfigFields() {}

    static Map<String, String> of(String yaml) {
        Map<String, String> fields = new LinkedHashMap<>();
        add("", Json.yamlTree(yaml), fields);
        return fields;
    }

    private static void add(String path, Object value, Map<String, String> fields) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> add(path.isEmpty() ? String.valueOf(key) : path + "." + key, child, fields));
        } else if (value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(ConfigFields::isNamed)) {
            for (Object element : list) {
                Map<Object, Object> named = new LinkedHashMap<>((Map<?, ?>) element);
                add(path + "." + named.remove("name"), named, fields);
            }
        } else {
            fields.put(path, value instanceof List<?> list ? Json.line(list) : String.valueOf(value));
        }
    }

    private static boolean isNamed(Object element) {
        return element instanceof Map<?, ?> map && map.containsKey("name") && map.size() > 1;
    }
}

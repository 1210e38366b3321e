package dev.fathom.ui.runs;

import dev.fathom.run.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
            fields.put(path, value instanceof List<?> list ? text(list) : String.valueOf(value));
        }
    }

    /** "a, b"; lists in lists as in YAML: "[240, 384], [360, 512]". */
    private static String text(List<?> list) {
        return list.isEmpty() ? "none" : list.stream().map(ConfigFields::entry).collect(Collectors.joining(", "));
    }

    private static String entry(Object one) {
        boolean plain = !(one instanceof List<?> || one instanceof Map<?, ?>);
        return plain ? String.valueOf(one) : Json.line(one).replace(",", ", ");
    }

    private static boolean isNamed(Object element) {
        return element instanceof Map<?, ?> map && map.containsKey("name") && map.size() > 1;
    }
}

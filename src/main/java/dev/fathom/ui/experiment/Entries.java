package dev.fathom.ui.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of named entries of a draft, such as the losses. Immutable.
 *
 * @param key field that names an entry
 */
record Entries(String key, List<Map<String, Object>> list) {
    Entries {
        list = List.copyOf(list);
    }

    /** Of what a draft holds; whatever is no entry is left out. */
    static Entries of(String key, Object value) {
        List<Map<String, Object>> list = new ArrayList<>();
        if (value instanceof List<?> given) {
            for (Object one : given) {
                if (one instanceof Map<?, ?> map) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    map.forEach((name, field) -> entry.put(String.valueOf(name), field));
                    list.add(entry);
                }
            }
        }
        return new Entries(key, list);
    }

    Optional<Map<String, Object>> named(String name) {
        return list.stream().filter(entry -> name.equals(entry.get(key))).findFirst();
    }

    boolean has(String name) {
        return named(name).isPresent();
    }

    Entries and(Map<String, Object> entry) {
        List<Map<String, Object>> more = new ArrayList<>(list);
        more.add(entry);
        return new Entries(key, more);
    }

    Entries without(String name) {
        return new Entries(
                key, list.stream().filter(entry -> !name.equals(entry.get(key))).toList());
    }

    /** The same with a field of an entry at a dotted path; null removes it. */
    Entries with(String name, String path, Object value) {
        return new Entries(
                key,
                list.stream()
                        .map(entry -> name.equals(entry.get(key))
                                ? new Draft(entry).with(path, value).tree()
                                : entry)
                        .toList());
    }

    /** What an entry has at a dotted path, or null. */
    Object at(String name, String path) {
        return named(name).map(entry -> new Draft(entry).at(path)).orElse(null);
    }
}

package dev.fathom.ui.experiment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order in which a whole configuration has its fields. */
final class FieldOrder {
    private static final Map<String, Object> WHOLE = Defaults.whole();

    private FieldOrder() {}

    static Map<String, Object> sorted(Map<String, Object> tree) {
        return sorted(tree, WHOLE);
    }

    private static Map<String, Object> sorted(Map<?, ?> map, Object whole) {
        Map<?, ?> like = whole instanceof Map<?, ?> m ? m : Map.of();
        List<Object> order = List.copyOf(like.keySet());
        Map<String, Object> sorted = new LinkedHashMap<>();
        map.keySet().stream()
                .sorted(Comparator.comparingInt(key -> order.contains(key) ? order.indexOf(key) : order.size()))
                .forEach(key -> {
                    Object value = map.get(key);
                    sorted.put(
                            String.valueOf(key),
                            value instanceof Map<?, ?> inner ? sorted(inner, like.get(key)) : value);
                });
        return sorted;
    }
}

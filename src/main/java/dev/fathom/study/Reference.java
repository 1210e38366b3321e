package dev.fathom.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A value {@code run:NAME} in a configuration, which stands for the folder of another run of the study. */
final class Reference {
    static final String PREFIX = "run:";

    private Reference() {}

    /** The same tree with each reference's name replaced by what {@code target} makes of it. */
    static Map<String, Object> replace(Map<String, Object> tree, UnaryOperator<String> target) {
        Map<String, Object> replaced = new LinkedHashMap<>();
        tree.forEach((key, value) -> replaced.put(key, value(value, target)));
        return replaced;
    }

    @SuppressWarnings("unchecked")
    private static Object value(Object value, UnaryOperator<String> target) {
        if (value instanceof Map<?, ?> map) {
            return replace((Map<String, Object>) map, target);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> value(element, target)).toList();
        }
        boolean reference = value instanceof String text && text.startsWith(PREFIX);
        return reference ? target.apply(((String) value).substring(PREFIX.length())) : value;
    }
}

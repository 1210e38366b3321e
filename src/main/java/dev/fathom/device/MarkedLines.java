package dev.fathom.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Fathom's own scripts say, among whatever a login shell prints: lines {@code FATHOM key value}. A key may come
 * several times.
 */
public final class MarkedLines {
    private static final String MARK = "FATHOM ";

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private MarkedLines() {}

    /** The marked lines of a text; the rest of it is noise. */
    public static MarkedLines of(String text) {
        MarkedLines found = new MarkedLines();
        text.lines().filter(line -> line.startsWith(MARK)).forEach(line -> {
            String[] words = line.substring(MARK.length()).strip().split(" ", 2);
            String value = words.length < 2 ? "" : PlainText.of(words[1]);
            found.values.computeIfAbsent(words[0], key -> new ArrayList<>()).add(value);
        });
        return found;
    }

    /** The first value that is not empty. */
    public Optional<String> first(String key) {
        return all(key).stream().findFirst();
    }

    /** The first value that is a number. */
    public Optional<Double> number(String key) {
        return all(key).stream()
                .filter(value -> value.matches("-?\\d+(\\.\\d+)?"))
                .map(Double::valueOf)
                .findFirst();
    }

    /** The first value that is a whole number. */
    public Optional<Long> whole(String key) {
        return all(key).stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst();
    }

    /** Every value that is not empty, in order. */
    public List<String> all(String key) {
        return values.getOrDefault(key, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }
}

package dev.fathom.ui.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the value of a field is written in one line of text. */
enum FieldKind {
    TEXT,
    FOLDER,
    CHOICE,
    INTEGER,
    NUMBER,
    FLAG,
    /** Words with commas between them. */
    WORDS,
    /** Two numbers. */
    RANGE,
    /** Heights x widths. */
    SIZES;

    private static final String NO_SIZES = "none";

    @JsonCreator
    static FieldKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The text of a value, empty for null. */
    String text(Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof List<?> list)) {
            return value instanceof Double number ? number(number) : String.valueOf(value);
        }
        if (this == SIZES && list.isEmpty()) {
            return NO_SIZES;
        }
        return list.stream().map(this::entry).collect(Collectors.joining(", "));
    }

    private String entry(Object value) {
        if (value instanceof List<?> size) {
            return size.stream().map(String::valueOf).collect(Collectors.joining("x"));
        }
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** Without needless zeros, and with an exponent where that is shorter: 0.004, 35, 1e-8. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String text = Double.toString(value);
        return text.replace(".0E", "E").replace('E', 'e');
    }

    /** The value of a text, null for an empty one; what cannot be read stays as it is, so that it can be told wrong. */
    Object value(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return null;
        }
        return switch (this) {
            case TEXT, FOLDER, CHOICE -> plain;
            case INTEGER, NUMBER, FLAG -> scalar(plain);
            case WORDS -> words(plain);
            case RANGE -> words(plain).stream().map(FieldKind::scalar).toList();
            case SIZES -> plain.equals(NO_SIZES) ? List.of() : sizes(plain);
        };
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Object scalar(String text) {
        try {
            Object value = Json.yamlValue(text);
            return value instanceof Number || value instanceof Boolean ? value : text;
        } catch (UserException e) {
            // Told wrong by whoever reads the draft as a configuration.
            return text;
        }
    }

    private static Object sizes(String text) {
        List<Object> sizes = new ArrayList<>();
        for (String size : words(text)) {
            sizes.add(Arrays.stream(size.split("x")).map(FieldKind::scalar).toList());
        }
        return sizes;
    }
}

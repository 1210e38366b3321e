package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fathom.core.AtomicFiles;
import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How Fathom's records are written as JSON and YAML: snake_case names, ISO instants, unknown fields refused. */
public final class Json {
    private static final ObjectMapper PRETTY = settings(JsonMapper.builder())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final ObjectMapper LINE = settings(JsonMapper.builder()).build();
    /** Reads what a newer Fathom may have written, ignoring what this one does not know. */
    private static final ObjectMapper LENIENT = settings(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectMapper YAML = settings(YAMLMapper.builder(new YamlWriting())
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static final String RIGHT_FORM = "of the right form";
    private static final String CORRECT = "Correct it and try again";

    private Json() {}

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B settings(B builder) {
        return builder.addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /** The value as indented JSON. */
    public static String pretty(Object value) {
        return write(PRETTY, value);
    }

    /** The value as a JSON tree. */
    public static JsonNode tree(Object value) {
        return LINE.valueToTree(value);
    }

    /** The value as JSON on one line, without a line end. */
    public static String line(Object value) {
        return write(LINE, value);
    }

    /** The value as YAML. */
    public static String yaml(Object value) {
        return write(YAML, value);
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    /** Parses one line, ignoring fields that are not known. */
    public static <T> T parseLine(String line, Class<T> type) throws IOException {
        return LENIENT.readValue(line, type);
    }

    /** Writes a JSON file atomically. */
    public static void writeFile(Path file, Object value) throws IOException {
        AtomicFiles.writeString(file, pretty(value) + "\n");
    }

    /**
     * Reads a JSON file, ignoring fields that are not known.
     *
     * @throws UserException if it is missing or not of this form
     */
    public static <T> T readFile(Path file, Class<T> type) {
        return read(LENIENT, file, type);
    }

    /**
     * Reads a YAML file; a field that is not known is refused, because a typing error would be silently ignored.
     *
     * @throws UserException if it is missing or not of this form, naming line and field
     */
    public static <T> T readYaml(Path file, Class<T> type) {
        return read(YAML, file, type);
    }

    /** A record as nested maps and lists, as its YAML would be read. */
    public static Map<String, Object> fields(Object value) {
        return YAML.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** YAML text that Fathom has written as nested maps and lists. */
    public static Map<String, Object> yamlTree(String yaml) {
        return yamlTree(yaml, "the configuration");
    }

    /**
     * YAML text as nested maps and lists; {@code origin} names it in error messages.
     *
     * @throws UserException if it is not YAML, or not fields with values
     */
    public static Map<String, Object> yamlTree(String yaml, String origin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<?, ?> parsed = parseYaml(yaml, Map.class, origin);
        parsed.forEach((key, value) -> tree.put(String.valueOf(key), value));
        return tree;
    }

    /**
     * One YAML value: a number, a text, a list and so on, or null.
     *
     * @throws UserException if it is none
     */
    public static Object yamlValue(String yaml) {
        return parseNullable(YAML, yaml, Object.class, "\"" + yaml + "\"");
    }

    /**
     * Parses YAML text; {@code origin} names it in error messages.
     *
     * @throws UserException if it is not of this form
     */
    public static <T> T parseYaml(String yaml, Class<T> type, String origin) {
        return parse(YAML, yaml, type, origin);
    }

    /**
     * A value from nested maps and lists; {@code origin} names them in error messages.
     *
     * @throws UserException if they are not of this form
     */
    public static <T> T fromTree(Map<String, Object> tree, Class<T> type, String origin) {
        return parsed(() -> YAML.treeToValue(YAML.valueToTree(tree), type), origin, e -> "");
    }

    private static <T> T read(ObjectMapper mapper, Path file, Class<T> type) {
        return parse(mapper, TextFiles.read(file), type, file.toString());
    }

    private static <T> T parse(ObjectMapper mapper, String text, Class<T> type, String file) {
        T value = parseNullable(mapper, text, type, file);
        if (value == null) {
            throw withoutFields(file, null);
        }
        return value;
    }

    private static <T> T parseNullable(ObjectMapper mapper, String text, Class<T> type, String file) {
        return parsed(() -> mapper.readValue(text, type), file, e -> ", line " + lineOf(e, mapper, text));
    }

    /** Reads a value, or throws. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }

    private static <T> T parsed(Reading<T> reading, String file, Function<UnrecognizedPropertyException, String> line) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            Throwable root = rootOf(e);
            if (root instanceof UnrecognizedPropertyException unknown) {
                throw new UserException(
                        file + line.apply(unknown) + " has a field that Fathom does not know: "
                                + pathOf((JsonMappingException) e),
                        "Use one of "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                        e);
            }
            if (root instanceof MismatchedInputException mismatch
                    && !mismatch.getPath().isEmpty()) {
                String expected = expected(mismatch);
                throw new UserException(
                        file + ": the value of " + pathOf((JsonMappingException) e) + " is not " + expected,
                        expected.equals(RIGHT_FORM) ? CORRECT : "Set it to " + expected,
                        e);
            }
            if (root instanceof MismatchedInputException whole && whole.getTargetType() != Object.class) {
                throw withoutFields(file, e);
            }
            if (root instanceof UserException user) {
                throw new UserException("In " + file + ": " + user.what(), user.remedy(), e);
            }
            throw new UserException(file + lineOf(e) + ": " + firstLine(e.getOriginalMessage()), CORRECT, e);
        }
    }

    /** Of nothing at all, or of a list or a text as a whole. */
    private static UserException withoutFields(String file, Throwable cause) {
        return new UserException(
                file + " has no fields with values", "Write each as \"name: value\" in a line of its own", cause);
    }

    private static String lineOf(JsonProcessingException e) {
        boolean known = e.getLocation() != null && e.getLocation().getLineNr() > 0;
        return known ? ", line " + e.getLocation().getLineNr() : "";
    }

    /** The exception's own location is where the enclosing record ends. */
    private static int lineOf(UnrecognizedPropertyException e, ObjectMapper mapper, String text) {
        List<String> path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .toList();
        return lineOf(path, mapper, text).orElseThrow(() -> new IllegalStateException("no " + path));
    }

    /**
     * The line of a field in YAML text, from 1; empty if it is not there.
     *
     * @param path names of fields, and places in lists from 0
     */
    public static OptionalInt lineOf(List<String> path, String yaml) {
        return lineOf(path, YAML, yaml);
    }

    private static OptionalInt lineOf(List<String> path, ObjectMapper mapper, String text) {
        String pointer = path.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        try (JsonParser parser = mapper.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    return OptionalInt.of(parser.currentTokenLocation().getLineNr());
                }
            }
            return OptionalInt.empty();
        } catch (IOException again) {
            throw new UncheckedIOException(again);
        }
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : RIGHT_FORM;
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("not readable").replaceAll(" \\(class [^)]*\\)", "");
    }
}

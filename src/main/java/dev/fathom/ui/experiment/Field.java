package dev.fathom.ui.experiment;

import dev.fathom.run.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A field of the configuration as the form shows it.
 *
 * @param path dotted, as in YAML
 * @param group heading above it; null for none
 * @param only values of the group's first field with which it counts; null for all
 * @param needed whether there is no experiment without it
 * @param options of a choice
 */
public record Field(
        String path,
        Section section,
        String group,
        String label,
        FieldKind kind,
        String only,
        Boolean needed,
        List<String> options,
        String help) {
    /** All of them, in the order of the form. */
    static final List<Field> ALL = read();

    public Field {
        needed = Boolean.TRUE.equals(needed);
    }

    private record Page(List<Field> fields) {}

    private static List<Field> read() {
        String file = "/assets/experiment/fields.yaml";
        try (InputStream in = Field.class.getResourceAsStream(file)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.copyOf(Json.parseYaml(yaml, Page.class, file).fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Field> at(String path) {
        return ALL.stream().filter(f -> f.path.equals(path)).findFirst();
    }

    static List<Field> in(Section section) {
        return ALL.stream().filter(f -> f.section == section).toList();
    }

    /** Name of the control in the window. */
    String id() {
        return "field-" + path.replace('.', '-').replace('_', '-');
    }
}

package dev.fathom.run;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The losses and distillation strategies that there are, as {@code assets/formulas} describes them. */
public record Formulas(List<Formula> all) {
    /** In the order of docs/losses.md. */
    public static final Formulas LOSSES = read("losses");
    /** In the order of docs/distillation.md. */
    public static final Formulas STRATEGIES = read("strategies");

    private record Page(List<Formula> formulas) {}

    private static Formulas read(String page) {
        String file = "/assets/formulas/" + page + ".yaml";
        try (InputStream in = Formulas.class.getResourceAsStream(file)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Formulas(Json.parseYaml(yaml, Page.class, file).formulas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> names() {
        return all.stream().map(Formula::name).toList();
    }

    /** @throws UserException if there is none of that name */
    public Formula named(String name) {
        return all.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no " + (this == LOSSES ? "loss called" : "distillation strategy") + " \"" + name
                                + "\"",
                        "Use one of " + names().stream().collect(Collectors.joining(", "))));
    }
}

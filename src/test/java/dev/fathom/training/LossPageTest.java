package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.core.UserException;
import dev.fathom.run.Formulas;
import dev.fathom.run.LossConfig;
import dev.fathom.training.losses.DepthLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/losses.md says what the code has. */
class LossPageTest {
    private static final int NAME = 1;
    private static final int VARIANTS = 4;
    private static final int PARAMETERS = 5;
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern VALUED = Pattern.compile("`([^`]+)` ([0-9.]+)");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/losses.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .toList();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static Map<String, Double> valued(String cell) {
        Map<String, Double> values = new LinkedHashMap<>();
        VALUED.matcher(cell).results().forEach(match -> values.put(match.group(1), Double.parseDouble(match.group(2))));
        return values;
    }

    private static DepthLoss loss(String name, String variant, Map<String, Double> parameters) {
        LossConfig config = new LossConfig(name, 1.0, variant, parameters);
        return LossTerms.of(List.of(config)).get(0).loss();
    }

    private static String refusal(String name, String variant, Map<String, Double> parameters) {
        return assertThrows(UserException.class, () -> loss(name, variant, parameters))
                .sentence();
    }

    @Test
    void itListsTheLosses() throws IOException {
        assertEquals(
                Formulas.LOSSES.names(),
                rows().stream().map(row -> quoted(row[NAME]).get(0)).toList());
    }

    @Test
    void itListsTheVariantsTheDefaultOneFirst() throws IOException {
        for (String[] row : rows()) {
            String name = quoted(row[NAME]).get(0);
            List<String> variants = quoted(row[VARIANTS]);
            String expected = variants.isEmpty()
                    ? "The loss \"" + name + "\" has no variants. Remove \"variant: no\"."
                    : "There is no variant \"no\". Use one of " + String.join(", ", variants) + ".";
            assertEquals(expected, refusal(name, "no", null));
            if (!variants.isEmpty()) {
                assertEquals(loss(name, null, null), loss(name, variants.get(0), null));
            }
        }
    }

    @Test
    void itListsTheParametersOfTheDefaultVariantWithTheirDefaults() throws IOException {
        for (String[] row : rows()) {
            String name = quoted(row[NAME]).get(0);
            Map<String, Double> parameters = valued(row[PARAMETERS]);
            String remedy = parameters.isEmpty()
                    ? "Remove it; this loss has no parameters"
                    : "It knows " + String.join(", ", parameters.keySet());
            assertEquals(
                    "The loss \"" + name + "\" has no parameter \"no\". " + remedy + ".",
                    refusal(name, null, Map.of("no", 1.0)));
            assertEquals(loss(name, null, null), loss(name, null, parameters));
        }
    }
}

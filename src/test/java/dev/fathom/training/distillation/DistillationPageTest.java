package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.DistillationStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/distillation.md says what the code has. */
class DistillationPageTest {
    private static final int VARIANTS = 4;
    private static final int WEIGHT = 6;
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static Map<String, String[]> rows() throws IOException {
        Map<String, String[]> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/distillation.md"))) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| `")) {
                rows.put(quoted(cells[1]).get(0), cells);
            }
        }
        return rows;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map((MatchResult m) -> m.group(1)).toList();
    }

    @Test
    void itListsTheStrategiesWithTheirWeights() throws IOException {
        Map<String, Double> documented = new LinkedHashMap<>();
        rows().forEach((name, cells) -> documented.put(name, Double.parseDouble(cells[WEIGHT])));
        Map<String, Double> known = new LinkedHashMap<>();
        Arrays.stream(DistillationStrategy.values()).forEach(s -> known.put(s.text(), s.usualWeight()));
        assertEquals(known, documented);
    }

    @Test
    void itListsTheVariantsTheDefaultOneFirst() throws IOException {
        Map<String, Class<? extends Enum<?>>> variants = Map.of(
                "structure_aware", StructureAwareLoss.Variant.class,
                "pairwise", PairwiseLoss.Variant.class,
                "l2", L2Loss.Variant.class,
                "channel_wise", ChannelWiseLoss.Variant.class,
                "mimicry", MimicryLoss.Variant.class);
        Map<String, String[]> rows = rows();
        variants.forEach((name, type) -> assertEquals(
                Arrays.stream(type.getEnumConstants())
                        .map(variant -> variant.name().toLowerCase(Locale.ROOT))
                        .toList(),
                quoted(rows.get(name)[VARIANTS]).stream()
                        .filter(word -> !word.startsWith("losses"))
                        .toList(),
                name));
    }
}

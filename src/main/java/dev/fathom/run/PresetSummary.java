package dev.fathom.run;

import java.util.List;
import java.util.Locale;

/**
 * What the comments of a preset say.
 *
 * @param description its first line
 * @param paper what follows {@code # paper:}
 * @param open what follows each {@code # open:}, values that the paper does not give
 */
public record PresetSummary(String name, String description, String paper, List<String> open) {
    private static final String PAPER = "# paper:";
    private static final String OPEN = "# open:";

    public static PresetSummary of(String name) {
        List<String> lines = BundledFiles.PRESETS
                .find(name)
                .yaml()
                .lines()
                .map(String::strip)
                .toList();
        return new PresetSummary(
                name,
                lines.get(0).substring(1).strip(),
                after(PAPER, lines).stream().findFirst().orElse(""),
                after(OPEN, lines));
    }

    private static List<String> after(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(mark))
                .map(line -> line.substring(line.indexOf(mark) + mark.length()).strip())
                .toList();
    }

    public String text() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-30s %s%n", name, description));
        text.append("    ").append(paper).append('\n');
        open.forEach(one -> text.append("    open: ").append(one).append('\n'));
        return text.toString();
    }
}

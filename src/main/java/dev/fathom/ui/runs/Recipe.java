package dev.fathom.ui.runs;

import dev.fathom.run.BundledFiles;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to begin with.
 *
 * @param preset name of the preset, empty for the quickstart
 * @param title what it is called
 * @param description what it does, in a sentence
 */
public record Recipe(String preset, String title, String description) {
    /** The whole road at once. */
    static final Recipe QUICKSTART = new Recipe(
            "",
            "Quickstart",
            "A teacher, a student alone and a student taught by the teacher, evaluated, exported and timed");

    private static final String SMALL = "-small";
    private static final String NEED = "preset:";
    private static final String FIRST = " Its teacher is trained first.";

    boolean isQuickstart() {
        return preset.isEmpty();
    }

    /** The quickstart, then the presets for a CPU; what they need is trained first. */
    static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>(List.of(QUICKSTART));
        for (String name : BundledFiles.PRESETS.names()) {
            String yaml = BundledFiles.PRESETS.find(name).yaml();
            if (name.endsWith(SMALL)) {
                String comment = yaml.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
                all.add(new Recipe(name, name, yaml.contains(NEED) ? comment + FIRST : comment));
            }
        }
        return all;
    }
}

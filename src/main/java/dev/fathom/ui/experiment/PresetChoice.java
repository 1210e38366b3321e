package dev.fathom.ui.experiment;

import dev.fathom.run.BundledFiles;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A preset as something that other experiments can build on.
 *
 * @param isTeacher whether it is meant to teach
 * @param distils whether it has a teacher itself
 * @param needs the presets that it builds on
 */
record PresetChoice(String name, String architecture, boolean isTeacher, boolean distils, List<String> needs) {
    private static final List<PresetChoice> ALL =
            BundledFiles.PRESETS.names().stream().map(PresetChoice::of).toList();

    /** Every preset, in the order in which to show them. */
    static List<PresetChoice> all() {
        return ALL;
    }

    private static PresetChoice of(String name) {
        RunConfig config =
                ConfigOverrides.apply(BundledFiles.PRESETS.find(name), Map.of("data.folder", Defaults.NOTHING));
        return new PresetChoice(
                name,
                config.model().architecture(),
                config.tags().contains("teacher"),
                config.distillation() != null,
                Needs.presets(config));
    }

    static PresetChoice named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is trained before it unless runs are chosen; empty for nothing. */
    Optional<String> after() {
        return needs.isEmpty() ? Optional.empty() : Optional.of("Trains " + String.join(" and ", needs) + " first");
    }
}

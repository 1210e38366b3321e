package dev.fathom.ui.experiment;

import dev.fathom.run.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/** Chooses a run for a field, among those of the workspace that fit and those that presets can make. */
final class RunBox extends SearchableComboBox<String> {
    private final ExperimentViewModel model;
    private final String path;
    private final Predicate<RunFacts> fits;
    private final String none;
    private final Predicate<PresetChoice> presets;
    private boolean showing;

    /**
     * @param none what stands for no run; empty if one is needed
     * @param presets which of them may be trained first instead
     */
    RunBox(
            ExperimentViewModel model,
            Field field,
            Predicate<RunFacts> fits,
            String none,
            Predicate<PresetChoice> presets) {
        this(model, field.path(), field.id(), field.label(), field.help(), fits, none, presets);
    }

    RunBox(
            ExperimentViewModel model,
            String path,
            String id,
            String label,
            String help,
            Predicate<RunFacts> fits,
            String none,
            Predicate<PresetChoice> presets) {
        this.model = model;
        this.presets = presets;
        this.path = path;
        this.fits = fits;
        this.none = none;
        setId(id);
        setAccessibleText(label);
        setTooltip(new Tooltip(help));
        setMaxWidth(Double.MAX_VALUE);
        setPromptText("No finished run yet");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String reference) {
                return reference == null ? "" : reference.isEmpty() ? none : called(reference);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                model.set(path, now.isEmpty() ? null : now);
            }
        });
        model.editProperty().addListener(change -> fill());
        model.factsProperty().addListener(change -> fill());
        fill();
    }

    private String called(String reference) {
        Optional<String> preset = Needs.preset(reference);
        if (preset.isPresent()) {
            return "Train " + preset.get() + " first";
        }
        return model.factsProperty().get().runs().stream()
                .filter(run -> run.isNamed(reference))
                .map(run ->
                        run.name() + "  ·  " + run.architecture() + (run.best().isEmpty() ? "" : "  ·  " + run.best()))
                .findFirst()
                .orElse(reference);
    }

    private void fill() {
        List<String> choices = new ArrayList<>();
        if (!none.isEmpty()) {
            choices.add("");
        }
        model.factsProperty().get().runs().stream()
                .filter(run -> run.hasWeights() && fits.test(run))
                .forEach(run -> choices.add(run.folder().path().toString()));
        PresetChoice.all().stream().filter(presets).forEach(preset -> choices.add(Needs.reference(preset.name())));
        Object set = model.draft().at(path);
        String value = set == null ? (none.isEmpty() ? null : "") : byPath(String.valueOf(set));
        if (value != null && !choices.contains(value)) {
            choices.add(value);
        }
        showing = true;
        if (!getItems().equals(choices)) {
            getItems().setAll(choices);
        }
        if (!Objects.equals(getValue(), value)) {
            setValue(value);
        }
        setPromptText(choices.isEmpty() ? "No finished run yet" : "Choose a run, or a preset to train first");
        showing = false;
    }

    private String byPath(String reference) {
        return model.factsProperty().get().runs().stream()
                .filter(run -> run.isNamed(reference))
                .map(run -> run.folder().path().toString())
                .findFirst()
                .orElse(reference);
    }
}

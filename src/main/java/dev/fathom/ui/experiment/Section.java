package dev.fathom.ui.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** The parts of the form. */
public enum Section {
    DATA("Data", "fth-database"),
    MODEL("Model", "fth-cpu"),
    LOSSES("Losses", "fth-sliders"),
    DISTILLATION("Distillation", "fth-git-merge"),
    TRAINING("Training", "fth-trending-up"),
    AUGMENTATION("Augmentation", "fth-image");

    private final String title;
    private final String icon;

    Section(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    String title() {
        return title;
    }

    String icon() {
        return icon;
    }

    /** Where a field is shown. */
    static Section of(String path) {
        return Field.at(path).map(Field::section).orElseGet(() -> switch (path.split("\\.")[0]) {
            case "model" -> MODEL;
            case "losses", "reweighting" -> LOSSES;
            case "distillation" -> DISTILLATION;
            case "training", "optimizer", "schedule", "seed" -> TRAINING;
            case "augmentation" -> AUGMENTATION;
            default -> DATA;
        });
    }

    @JsonCreator
    static Section named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}

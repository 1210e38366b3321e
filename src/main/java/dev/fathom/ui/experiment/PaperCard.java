package dev.fathom.ui.experiment;

import dev.fathom.run.BundledFiles;
import dev.fathom.run.PresetSummary;
import dev.fathom.ui.base.Nodes;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the preset is after that the form was filled from, and what its paper leaves open; no room without a preset. */
final class PaperCard extends VBox {
    private final ExperimentViewModel model;
    private String shown = "";

    PaperCard(ExperimentViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "form-card");
        setMinHeight(Region.USE_PREF_SIZE);
        model.editProperty().addListener(change -> show());
        show();
    }

    private void show() {
        String origin = model.edit().origin();
        boolean preset = BundledFiles.PRESETS.names().contains(origin);
        setVisible(preset);
        setManaged(preset);
        if (!preset || origin.equals(shown)) {
            return;
        }
        shown = origin;
        PresetSummary summary = PresetSummary.of(origin);
        Label title = new Label("The paper");
        title.getStyleClass().add("card-title");
        getChildren().setAll(title, Nodes.muted(summary.paper()));
        if (!summary.open().isEmpty()) {
            getChildren().add(Nodes.muted("It leaves open, and the preset chooses:"));
            summary.open().stream().distinct().forEach(open -> getChildren().add(Nodes.muted("·  " + open)));
        }
    }
}

package dev.fathom.ui.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.ModelConfig;
import dev.fathom.ui.base.Reason;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names pretrained weights of the encoder and has a worker say how they fit. */
final class WeightsRow extends VBox {
    private static final Field FIELD = Field.at("model.pretrained").orElseThrow();

    private final ExperimentViewModel model;
    private final Button check = new Button("Check the fit");
    private final Button browse = new Button("Choose");
    private final Label report = new Label();
    private boolean busy;

    WeightsRow(ExperimentViewModel model) {
        super(6);
        this.model = model;
        FieldRow row = new FieldRow(model, FIELD);
        HBox.setHgrow(row, Priority.ALWAYS);
        check.setId("check-weights");
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.setTooltip(new Tooltip("Compares the names and shapes of the file's tensors with the encoder's"));
        check.setOnAction(event -> check());
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(event -> model.desk()
                .files()
                .open("Pretrained weights", null, "Weights", List.of("*.safetensors"))
                .ifPresent(path -> model.set(FIELD.path(), path.toString())));
        report.setId("weights-report");
        report.setWrapText(true);
        report.setMinHeight(Region.USE_PREF_SIZE);
        report.getStyleClass().add("text-muted");
        HBox buttons = new HBox(8, browse, check);
        buttons.getStyleClass().add("beside-field");
        getChildren().addAll(new HBox(8, row, buttons), report);
        model.editProperty().addListener((property, before, now) -> {
            if (!String.valueOf(now.draft().at("model"))
                    .equals(String.valueOf(before.draft().at("model")))) {
                report.setText("");
            }
            show();
        });
        show();
    }

    private String named() {
        return model.config().model().pretrained();
    }

    private void show() {
        boolean none = named().equals(ModelConfig.NONE);
        Reason.set(check, obstacle(none));
        if (none) {
            report.setText("Without weights the seed decides where the encoder begins; name some to check their fit.");
        }
        report.setVisible(!report.getText().isEmpty());
        report.setManaged(!report.getText().isEmpty());
    }

    private String obstacle(boolean none) {
        if (none) {
            return "Name weights first: a file, or a HUB-ID that was fetched";
        }
        if (!model.factsProperty().get().student().isThere()) {
            return "Choose a network first";
        }
        return busy ? "They are being compared" : "";
    }

    private void check() {
        ModelConfig asked = model.config().model();
        String network = asked.architecture();
        busy = model.desk()
                .jobs()
                .start(
                        "Checking weights",
                        List.of("weights", "check", named(), "--model", network, "--json"),
                        result -> ended(asked, result));
        report.setText(busy ? "Comparing the file with the encoder of " + network : "");
        show();
    }

    /** Whoever has named other weights meanwhile is not told of those. */
    private void ended(ModelConfig asked, WorkerResult result) {
        busy = false;
        if (!asked.equals(model.config().model())) {
            report.setText("");
        } else if (result instanceof WorkerResult.Success success && success.value() != null) {
            report.setText(text(success.value().get("value")));
        } else if (result instanceof WorkerResult.Failed failed) {
            report.setText(failed.what() + ". " + failed.remedy() + ".");
        }
        show();
    }

    private static String text(JsonNode fit) {
        int matched = fit.get("matched").size();
        int missing = fit.get("missing").size();
        int misshapen = fit.get("misshapen").size();
        String text = matched + " of " + (matched + missing + misshapen) + " tensors of the encoder are in the file";
        text += missing == 0 ? "" : "; missing: " + names(fit.get("missing"));
        text += misshapen == 0 ? "" : "; of another shape: " + misshapen;
        int unexpected = fit.get("unexpected").size();
        return text + (unexpected == 0 ? "." : "; not used: " + unexpected + ".");
    }

    private static String names(JsonNode list) {
        return list.size() + ", the first " + list.get(0).asText();
    }
}

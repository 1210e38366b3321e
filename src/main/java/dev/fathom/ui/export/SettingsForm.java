package dev.fathom.ui.export;

import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Reason;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The fields of {@link ExportSettings}: what is typed goes there, what changes there is shown. */
final class SettingsForm {
    private final ObjectProperty<ExportSettings> settings;
    private final FormatChoices formats;
    private final Fields fields;
    private boolean showing;

    /** The fields beside the formats. */
    record Fields(
            TextField size,
            ComboBox<ExportOptions.Input> input,
            ComboBox<ExportOptions.Output> output,
            ComboBox<ExportOptions.Unit> unit,
            TextField clamp,
            TextField calibration) {

        private List<TextField> texts() {
            return List.of(size, clamp, calibration);
        }

        private List<ComboBox<?>> boxes() {
            return List.of(input, output, unit);
        }
    }

    /** @param formatBox gets a line for each format */
    SettingsForm(ObjectProperty<ExportSettings> settings, VBox formatBox, Fields fields) {
        this.settings = settings;
        this.fields = fields;
        this.formats = new FormatChoices(formatBox, this::take);
        fill();
        fields.texts().forEach(field -> field.textProperty().addListener(change -> take()));
        fields.boxes().forEach(box -> box.valueProperty().addListener(change -> take()));
        Reason.bind(
                fields.calibration(),
                settings.map(now ->
                        now.formats().contains(ExportFormat.INT8) ? "" : "Only int8 is calibrated with pictures"));
        settings.addListener((property, before, now) -> show(now));
        show(settings.get());
    }

    private void fill() {
        fields.input().getItems().setAll(ExportOptions.Input.values());
        fields.output().getItems().setAll(ExportOptions.Output.values());
        fields.unit().getItems().setAll(ExportOptions.Unit.values());
        Words.in(fields.input(), Words::of);
        Words.in(fields.output(), Words::of);
        Words.in(fields.unit(), Words::of);
    }

    private void show(ExportSettings now) {
        showing = true;
        formats.show(now.formats());
        Nodes.put(fields.size(), now.size());
        Nodes.put(fields.clamp(), now.clamp());
        Nodes.put(fields.calibration(), now.calibration());
        fields.input().setValue(now.input());
        fields.output().setValue(now.output());
        fields.unit().setValue(now.unit());
        showing = false;
    }

    private void take() {
        take(settings.get().formats());
    }

    private void take(Set<ExportFormat> chosen) {
        if (!showing) {
            settings.set(new ExportSettings(
                    chosen,
                    fields.size().getText(),
                    fields.input().getValue(),
                    fields.output().getValue(),
                    fields.unit().getValue(),
                    fields.clamp().getText(),
                    fields.calibration().getText()));
        }
    }
}

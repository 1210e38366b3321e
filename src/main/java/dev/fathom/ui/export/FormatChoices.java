package dev.fathom.ui.export;

import dev.fathom.run.ExportFormat;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** A box for each format to tick, with what the format is. */
final class FormatChoices {
    private static final Map<ExportFormat, String> MEANINGS = Map.of(
            ExportFormat.F32, "The network as it is: the reference",
            ExportFormat.F16, "Half the bytes, as fast and as good",
            ExportFormat.DYNAMIC, "Weights of dense convolutions in 8 bits",
            ExportFormat.INT8, "All numbers in 8 bits, scales from pictures");

    private final Map<ExportFormat, CheckBox> boxes = new EnumMap<>(ExportFormat.class);

    FormatChoices(Pane parent, Consumer<Set<ExportFormat>> onChange) {
        for (ExportFormat format : ExportFormat.values()) {
            CheckBox box = new CheckBox(format.text());
            box.setId("format-" + format.text());
            box.setOnAction(event -> onChange.accept(chosen()));
            box.setAccessibleText(format.text() + ": " + MEANINGS.get(format));
            Label meaning = new Label(MEANINGS.get(format));
            meaning.getStyleClass().add("format-text");
            boxes.put(format, box);
            parent.getChildren().add(new VBox(1, box, meaning));
        }
    }

    private Set<ExportFormat> chosen() {
        Set<ExportFormat> chosen = EnumSet.noneOf(ExportFormat.class);
        boxes.forEach((format, box) -> {
            if (box.isSelected()) {
                chosen.add(format);
            }
        });
        return chosen;
    }

    void show(Set<ExportFormat> formats) {
        boxes.forEach((format, box) -> box.setSelected(formats.contains(format)));
    }
}

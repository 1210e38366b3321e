package dev.fathom.ui;

import dev.fathom.ui.base.DialogCard;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Settings;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What can be set; every change counts at once and is remembered. */
final class SettingsSheet extends DialogCard {
    private static final List<String> THEMES = List.of("Light", "Dark");
    private static final int MOST_AT_ONCE = 8;

    private final GridPane grid = new GridPane();
    private int row;

    SettingsSheet(Desk desk, Runnable chooseWorkspace, Runnable close) {
        super("settings-sheet", "Settings");
        getStyleClass().add("settings-sheet");
        grid.setHgap(18);
        grid.setVgap(12);
        Settings settings = desk.settings();
        add("Theme", theme(settings), "");
        add("Text size", spinner("textSize", settings.textSizeProperty(), 11, 20), "Points");
        add(
                "Update interval",
                spinner("interval", settings.intervalProperty(), Settings.FASTEST, Settings.SLOWEST, 100),
                "Milliseconds between two looks at the run that is shown");
        add(
                "Runs at the same time",
                spinner("atOnce", settings.runsAtOnceProperty(), 1, MOST_AT_ONCE),
                "How many runs of the queue train at once");
        add(
                "Threads",
                spinner("threads", settings.threadsProperty(), 0, 256),
                "Of each new experiment; 0 for as many as there are cores ("
                        + Runtime.getRuntime().availableProcessors() + ")");
        Button workspace = new Button("Change…");
        workspace.setOnAction(event -> chooseWorkspace.run());
        add("Workspace", workspace, desk.workspace().root().toString());
        getChildren().add(1, grid);
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        addButtons(done);
    }

    private void add(String name, Node control, String remark) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label note = paragraph(remark);
        note.getStyleClass().add("text-muted");
        note.setMaxWidth(300);
        grid.addRow(row++, label, control, note);
    }

    private static ComboBox<String> theme(Settings settings) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("theme");
        box.getItems().setAll(THEMES);
        ObservableValue<String> theme = settings.darkProperty().map(dark -> THEMES.get(dark ? 1 : 0));
        box.setValue(theme.getValue());
        box.valueProperty()
                .addListener((property, before, now) -> settings.darkProperty().set(now.equals(THEMES.get(1))));
        // While the sheet is open the theme may also change by its key.
        theme.when(box.sceneProperty().map(Objects::nonNull)).addListener((property, before, now) -> box.setValue(now));
        return box;
    }

    private static Spinner<Integer> spinner(String id, IntegerProperty value, int least, int most) {
        return spinner(id, value, least, most, 1);
    }

    private static Spinner<Integer> spinner(String id, IntegerProperty value, int least, int most, int step) {
        Spinner<Integer> spinner = new Spinner<>(least, most, value.get(), step);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        spinner.valueProperty().addListener((property, before, now) -> value.set(now));
        return spinner;
    }
}

package dev.fathom.ui;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.Shortcut;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys by group. */
final class KeySheet extends VBox {
    KeySheet(List<Shortcut> shortcuts) {
        getStyleClass().addAll("dialog-card", "key-sheet");
        setId("key-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label("Keys");
        title.getStyleClass().add(Styles.TITLE_4);
        HBox groups = new HBox(40);
        shortcuts.stream().map(Shortcut::group).distinct().forEach(group -> groups.getChildren()
                .add(column(group, shortcuts)));
        Label hint = new Label("Esc closes this list");
        hint.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(title, groups, hint);
    }

    private static VBox column(String group, List<Shortcut> shortcuts) {
        Label heading = new Label(group);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(8);
        int row = 0;
        for (Shortcut shortcut : shortcuts) {
            if (shortcut.group().equals(group) && !shortcut.shown().isEmpty()) {
                Label keys = new Label(shortcut.shown());
                keys.getStyleClass().add("key");
                keys.setMinWidth(Region.USE_PREF_SIZE);
                grid.addRow(row++, keys, new Label(shortcut.label()));
            }
        }
        return new VBox(10, heading, grid);
    }
}

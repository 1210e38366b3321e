package dev.fathom.ui;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.Shortcut;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys that are heard now, by group; long groups take several columns. */
final class KeySheet extends VBox {
    /** As many as the lowest window has room for: columns side by side soon need more than its width. */
    private static final int ROWS = 16;

    KeySheet(List<Shortcut> shortcuts) {
        getStyleClass().addAll("dialog-card", "key-sheet");
        setId("key-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label("Keys");
        title.getStyleClass().add(Styles.TITLE_4);
        HBox groups = new HBox(32);
        shortcuts.stream().map(Shortcut::group).distinct().forEach(group -> groups.getChildren()
                .add(group(group, shortcuts)));
        Label hint = new Label("Esc closes this list. Ctrl+K finds every command of every page.");
        hint.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(title, groups, hint);
    }

    private static VBox group(String group, List<Shortcut> shortcuts) {
        Label heading = new Label(group);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        List<Shortcut> shown = shortcuts.stream()
                .filter(shortcut ->
                        shortcut.group().equals(group) && !shortcut.shown().isEmpty())
                .toList();
        HBox columns = new HBox(24);
        for (int from = 0; from < shown.size(); from += ROWS) {
            columns.getChildren().add(column(shown.subList(from, Math.min(shown.size(), from + ROWS))));
        }
        return new VBox(10, heading, columns);
    }

    private static GridPane column(List<Shortcut> shortcuts) {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(8);
        for (int row = 0; row < shortcuts.size(); row++) {
            Label keys = new Label(shortcuts.get(row).shown());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label label = new Label(shortcuts.get(row).label());
            label.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row, keys, label);
        }
        return grid;
    }
}

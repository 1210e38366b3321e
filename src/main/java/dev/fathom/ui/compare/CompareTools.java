package dev.fathom.ui.compare;

import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.image.SyncView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of tools over the panes. */
final class CompareTools {
    /** Of the longest text of the menu, so that its keys stand below each other. */
    private static final double ITEM_WIDTH = 210;

    private final CompareViewModel model;
    private final List<Node> nodes = new ArrayList<>();

    CompareTools(CompareViewModel model, PictureSaving saving, PictureDrop dropping) {
        this.model = model;
        nodes.add(counts());
        addModes();
        nodes.add(gap());
        addZoom();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        nodes.add(space);
        nodes.add(
                button("fth-image", "Predict a picture with run A (or drop one here)", "Shortcut+O", dropping::choose));
        nodes.add(button("fth-copy", "Copy the picture under the pointer", "Shortcut+Shift+C", saving::copy));
        nodes.add(saveMenu(saving));
        nodes.forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
        space.setMinWidth(0);
    }

    List<Node> nodes() {
        return nodes;
    }

    private Node counts() {
        HBox box = new HBox();
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 1; i <= PanesViewModel.MOST; i++) {
            int count = i;
            ToggleButton button = new ToggleButton(String.valueOf(i));
            button.setId("count-" + i);
            button.setToggleGroup(group);
            button.getStyleClass().add(i == 1 ? "left-pill" : i == PanesViewModel.MOST ? "right-pill" : "center-pill");
            button.setTooltip(new Tooltip(i + (i == 1 ? " pane" : " panes") + "  (Shift+" + i + ")"));
            button.setAccessibleText(i + " panes");
            button.setOnAction(event -> {
                model.panes().setCount(count);
                showCount(buttons);
            });
            buttons.add(button);
        }
        model.panes().countProperty().addListener(change -> showCount(buttons));
        model.panes().modeProperty().addListener(change -> showCount(buttons));
        showCount(buttons);
        box.getChildren().addAll(buttons);
        return box;
    }

    private void showCount(List<ToggleButton> buttons) {
        boolean panes = model.panes().modeProperty().get() == ViewMode.PANES;
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(panes && model.panes().countProperty().get() == i + 1);
        }
    }

    private void addModes() {
        nodes.add(mode("fth-code", "Swipe between the first two", "S", ViewMode.SWIPE));
        nodes.add(mode("fth-box", "Points in space", "C", ViewMode.CLOUD));
    }

    private Node mode(String icon, String meaning, String key, ViewMode mode) {
        ToggleButton button = new ToggleButton(null, new FontIcon(icon));
        button.setAccessibleText(meaning);
        button.setId("mode-" + mode.name().toLowerCase(Locale.ROOT));
        button.setTooltip(new Tooltip(meaning + "  (" + key + ")"));
        button.setOnAction(event -> model.panes().toggle(mode));
        model.panes().modeProperty().addListener((property, before, now) -> button.setSelected(now == mode));
        button.setSelected(model.panes().modeProperty().get() == mode);
        return button;
    }

    private void addZoom() {
        SyncView view = model.view();
        nodes.add(button("fth-maximize", "Whole image", "0", view::fit));
        Button actual = button("fth-search", "One pixel to one", "9", view::actualSize);
        Reason.when(
                actual,
                model.panes().modeProperty().isEqualTo(ViewMode.CLOUD),
                "Points in space have no pixels; go back to the panes");
        actual.setGraphic(null);
        actual.setText("1:1");
        nodes.add(actual);
        Label zoom = new Label();
        zoom.setId("zoomText");
        zoom.getStyleClass().addAll("number", "zoom-text");
        zoom.setMinWidth(Region.USE_PREF_SIZE);
        zoom.visibleProperty().bind(model.panes().modeProperty().isNotEqualTo(ViewMode.CLOUD));
        view.revisionProperty().addListener(change -> showZoom(zoom));
        showZoom(zoom);
        nodes.add(zoom);
    }

    private void showZoom(Label zoom) {
        zoom.setText(Math.round(100 * model.view().scale()) + " %");
    }

    private static Button button(String icon, String meaning, String key, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setTooltip(Shortcut.of("", meaning, action, key).tooltip());
        button.setAccessibleText(meaning);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static MenuButton saveMenu(PictureSaving saving) {
        MenuButton menu = new MenuButton(null, new FontIcon("fth-download"));
        menu.setId("saveMenu");
        menu.setTooltip(new Tooltip("Save what the pane under the pointer shows"));
        menu.setAccessibleText("Save");
        menu.getItems()
                .addAll(
                        item("Picture with its colour bar…", "Shortcut+S", saving::savePicture),
                        item("Depth as 16-bit PNG…", "Shortcut+Shift+S", saving::saveDepth),
                        item("Points as PLY…", "Shortcut+Shift+P", saving::savePoints));
        return menu;
    }

    /** With its key in a column of its own; an accelerator of the menu would do it twice. */
    private static MenuItem item(String text, String key, Runnable action) {
        Label what = new Label(text);
        what.setMinWidth(ITEM_WIDTH);
        Label keys = new Label(KeyCombination.valueOf(key).getDisplayText());
        keys.getStyleClass().add("text-muted");
        MenuItem item = new MenuItem("", new HBox(what, keys));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** A switch for a column of the page. */
    static ToggleButton column(String icon, String meaning, String key, BooleanProperty shown) {
        ToggleButton button = new ToggleButton(null, new FontIcon(icon));
        button.setTooltip(new Tooltip(meaning + "  (" + key + ")"));
        button.setAccessibleText(meaning);
        button.selectedProperty().bindBidirectional(shown);
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("gap");
        return gap;
    }
}

package dev.fathom.ui.compare;

import dev.fathom.ui.cloud.CloudPane;
import dev.fathom.ui.cloud.PointCloud;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The points in space, with the choice of the depth and of the colours over them. */
final class CloudCard extends StackPane {
    CloudCard(CloudViewModel model) {
        getStyleClass().add("compare-pane");
        setId("cloud");
        CloudPane pane = new CloudPane(model.orbit(), model.executor());
        pane.setAccessibleText("Points in space");
        Label reason = new Label();
        reason.getStyleClass().add("pane-reason");
        reason.setWrapText(true);
        Label caption = new Label();
        caption.setId("cloudCaption");
        caption.getStyleClass().add("cloud-caption");
        caption.textProperty().bind(model.captionProperty());
        caption.visibleProperty().bind(caption.textProperty().isNotEmpty());
        StackPane.setAlignment(caption, Pos.BOTTOM_LEFT);
        StackPane.setMargin(caption, ComparePane.MARGIN);
        HBox tags = new HBox(
                8,
                menu("cloudPicture", model.pictureProperty(), Picture.depths(), Picture::title),
                menu("cloudColours", model.coloursProperty(), List.of(CloudColours.values()), CloudColours::title));
        tags.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(tags, Pos.TOP_LEFT);
        StackPane.setMargin(tags, ComparePane.MARGIN);
        getChildren().addAll(pane, reason, caption, tags);
        model.cloudProperty().addListener((property, before, now) -> show(pane, reason, now));
        show(pane, reason, model.cloudProperty().get());
    }

    private static void show(CloudPane pane, Label reason, Found<PointCloud> cloud) {
        pane.show(cloud.value());
        reason.setText(cloud.reason());
        reason.setVisible(!cloud.isThere());
    }

    private static <T> MenuButton menu(
            String id, ObjectProperty<T> chosen, List<T> offered, Function<T, String> title) {
        MenuButton menu = new MenuButton();
        menu.setId(id);
        menu.getStyleClass().add("pane-tag");
        menu.setFocusTraversable(false);
        ToggleGroup group = new ToggleGroup();
        for (T one : offered) {
            RadioMenuItem item = new RadioMenuItem(title.apply(one));
            item.setToggleGroup(group);
            item.setSelected(one == chosen.get());
            item.setOnAction(event -> chosen.set(one));
            menu.getItems().add(item);
        }
        menu.setText(title.apply(chosen.get()));
        chosen.addListener((property, before, now) -> menu.setText(title.apply(now)));
        return menu;
    }
}

package dev.fathom.ui.compare;

import dev.fathom.ui.base.Reason;
import dev.fathom.ui.image.ImagePane;
import dev.fathom.ui.image.SyncView;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One pane: its picture, over it what it is (a menu to choose another) and the value under the pointer. */
final class ComparePane extends StackPane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    static final Insets MARGIN = new Insets(8);

    private final PaneViewModel model;
    private final ImagePane picture;
    private final MenuButton tag = new MenuButton();
    private final Label reason = new Label();
    private final Button predict = new Button();
    private final VBox gap = new VBox(12, reason, predict);

    /**
     * @param activate called when the pointer goes there
     * @param predicting called with whose prediction is wanted
     * @param busy true while predictions are made, so that no more can be asked for
     */
    ComparePane(
            PaneViewModel model,
            SyncView view,
            Runnable activate,
            Consumer<Side> predicting,
            ObservableBooleanValue busy) {
        this.model = model;
        this.picture = new ImagePane(view);
        getStyleClass().add("compare-pane");
        setMinSize(80, 60);
        tag.getStyleClass().add("pane-tag");
        tag.setFocusTraversable(false);
        StackPane.setAlignment(tag, Pos.TOP_LEFT);
        StackPane.setMargin(tag, MARGIN);
        reason.getStyleClass().add("pane-reason");
        reason.setWrapText(true);
        gap.setAlignment(Pos.CENTER);
        gap.setPickOnBounds(false);
        gap.getStyleClass().add("pane-gap");
        Reason.when(predict, busy, "Something is being worked out already; see below the panes");
        predict.setMinWidth(Region.USE_PREF_SIZE);
        predict.setOnAction(
                event -> predicting.accept(model.contentProperty().get().predictable()));
        getChildren().addAll(picture, gap, tag);
        addEventFilter(MouseEvent.MOUSE_ENTERED, event -> activate.run());
        tag.setOnShowing(event -> offerPictures());
        offerPictures();
        model.titleProperty().addListener(change -> showTag());
        model.valueProperty().addListener(change -> showTag());
        model.contentProperty().addListener(change -> showContent());
        model.activeProperty().addListener(change -> showActive());
        showTag();
        showContent();
        showActive();
    }

    /** For the right one of two panes that lie over each other. */
    void showTagOnTheRight(boolean there) {
        StackPane.setAlignment(tag, there ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    }

    private void offerPictures() {
        tag.getItems().clear();
        ToggleGroup group = new ToggleGroup();
        for (Picture offered : Picture.values()) {
            if (offered == Picture.SIGNED_A || offered == Picture.ABSOLUTE_A || offered == Picture.MASK) {
                tag.getItems().add(new SeparatorMenuItem());
            }
            RadioMenuItem item = new RadioMenuItem(offered.title());
            item.setToggleGroup(group);
            item.setSelected(offered == model.pictureProperty().get());
            item.setOnAction(event -> model.pictureProperty().set(offered));
            tag.getItems().add(item);
        }
    }

    private void showTag() {
        String title = model.titleProperty().get();
        String value = model.valueProperty().get();
        tag.setText(value.isEmpty() ? title : title + "   " + value);
        tag.setAccessibleText("Pane shows " + title + "; choose another picture");
        picture.setAccessibleText(title);
    }

    private void showContent() {
        Found<?> content = model.contentProperty().get();
        picture.show(model.contentProperty().get().value());
        reason.setText(content.reason());
        gap.setVisible(!content.isThere());
        Side side = content.predictable();
        predict.setVisible(side != null);
        predict.setManaged(predict.isVisible());
        predict.setText(side == null ? "" : "Predict with " + side.text());
    }

    private void showActive() {
        pseudoClassStateChanged(ACTIVE, model.activeProperty().get());
    }
}

package dev.fathom.ui.compare;

import dev.fathom.ui.base.Reason;
import dev.fathom.ui.image.Thumbnails;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of images with its filter and its order. */
public final class ImageListCard extends VBox {
    private final Label count = new Label();
    private final TextField filter = new TextField();
    private final ComboBox<MetricOrder> order = new ComboBox<>();
    private final Label note = new Label();
    private final Button score = new Button("Score the images");
    private final ListView<ImageItem> list = new ListView<>();
    private ImageListViewModel model;
    private boolean following;

    public ImageListCard() {
        getStyleClass().addAll("card", "image-list-card");
        Label title = new Label("Images");
        title.getStyleClass().add("card-title");
        count.getStyleClass().add("text-muted");
        count.setId("imageCount");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, count);
        head.getStyleClass().add("image-list-head");
        filter.setId("imageFilter");
        filter.setPromptText("Filter by name");
        filter.setAccessibleText("Filter the images by name");
        order.setId("imageOrder");
        order.setMaxWidth(Double.MAX_VALUE);
        order.setAccessibleText("Order of the images");
        note.setId("imageNote");
        note.setWrapText(true);
        note.getStyleClass().add("image-note");
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox fields = new VBox(6, filter, order, note, score);
        score.setId("scoreImages");
        score.setMaxWidth(Double.MAX_VALUE);
        score.setTooltip(new Tooltip("Evaluates run A's best weights on the validation images"));
        fields.getStyleClass().add("image-list-fields");
        list.setId("images");
        list.getStyleClass().addAll("edge-to-edge", "image-list");
        list.setAccessibleText("Images");
        VBox.setVgrow(list, Priority.ALWAYS);
        Label nothing = new Label();
        nothing.getStyleClass().add("text-muted");
        nothing.textProperty()
                .bind(Bindings.when(filter.textProperty().isEmpty())
                        .then("No images")
                        .otherwise("No name contains this"));
        list.setPlaceholder(nothing);
        getChildren().addAll(head, fields, list);
    }

    /**
     * @param scoring called when scores are wanted
     * @param living work that goes on; meanwhile no scores can be asked for
     */
    void follow(ImageListViewModel newModel, Runnable scoring, ObservableList<?> living, Thumbnails thumbnails) {
        model = newModel;
        score.setOnAction(event -> scoring.run());
        Reason.when(score, Bindings.isNotEmpty(living), "Something is being worked out already; see below the panes");
        list.setCellFactory(view -> new ImageCell(thumbnails, model.orderProperty()));
        list.getItems().setAll(model.items());
        filter.textProperty().bindBidirectional(model.filterProperty());
        order.setItems(model.orders());
        order.valueProperty().bindBidirectional(model.orderProperty());
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        model.items().addListener((ListChangeListener<ImageItem>) change -> showItems());
        model.selectedProperty().addListener(change -> showSelected());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                following = true;
                model.choose(now.image());
                following = false;
            }
        });
        showCount();
    }

    /** A list that gets other items moves its selection, which is no choice of the user. */
    private void showItems() {
        following = true;
        list.getItems().setAll(model.items());
        following = false;
        showCount();
    }

    private void showCount() {
        int listed = model.items().size();
        int all = model.total();
        score.setVisible(all > 0 && !model.isScored());
        score.setManaged(score.isVisible());
        count.setText(listed == all ? String.valueOf(all) : listed + " of " + all);
        order.setTooltip(new Tooltip(
                model.isScored()
                        ? "The worst first, as the last evaluation measured (protocol " + model.protocol() + ")"
                        : "Score the images to see the worst first"));
        showSelected();
    }

    private void showSelected() {
        if (following) {
            return;
        }
        following = true;
        int index = model.indexOfSelected();
        list.getSelectionModel().clearAndSelect(index);
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.scrollTo(Math.max(0, index - 2));
        }
        following = false;
    }

    /** Puts the cursor into the filter. */
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }
}

package dev.fathom.ui.compare;

import dev.fathom.ui.image.Thumbnails;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An image in the list: thumbnail, name and score. */
final class ImageCell extends ListCell<ImageItem> {
    private final Thumbnails thumbnails;
    private final ObjectProperty<MetricOrder> order;
    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private final Label score = new Label();
    private final HBox content;

    ImageCell(Thumbnails thumbnails, ObjectProperty<MetricOrder> order) {
        this.thumbnails = thumbnails;
        this.order = order;
        getStyleClass().add("image-cell");
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("thumbnail");
        frame.setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        frame.setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("image-name");
        score.getStyleClass().addAll("number", "image-score");
        VBox texts = new VBox(2, name, score);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        content = new HBox(10, frame, texts);
        content.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ImageItem item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty ? null : content);
        view.imageProperty().unbind();
        if (empty) {
            view.setImage(null);
            return;
        }
        name.setText(item.image().id());
        String text = order.get() == null ? "" : order.get().text(item.score());
        score.setText(item.image().origin() == ImageEntry.Origin.DROPPED ? "dropped" : text);
        setAccessibleText(item.image().id() + " " + text);
        view.imageProperty().bind(thumbnails.of(item.image().picture()));
    }
}

package dev.fathom.ui.data;

import dev.fathom.data.Sample;
import dev.fathom.ui.image.Thumbnails;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A pair in the list: its small picture and its name. */
final class PairCell extends ListCell<Sample> {
    private final Thumbnails thumbnails;
    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private final HBox content;

    PairCell(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("pair-thumbnail");
        frame.setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        frame.setMaxSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        content = new HBox(10, frame, name);
        content.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Sample sample, boolean empty) {
        super.updateItem(sample, empty);
        view.imageProperty().unbind();
        if (empty || sample == null) {
            view.setImage(null);
            setGraphic(null);
            return;
        }
        name.setText(sample.stem());
        view.imageProperty().bind(thumbnails.of(sample.picture()));
        setGraphic(content);
    }
}

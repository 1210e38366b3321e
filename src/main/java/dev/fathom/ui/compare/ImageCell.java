package dev.fathom.ui.compare;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** A preview image in the list, as a thumbnail with its name. */
final class ImageCell extends ListCell<String> {
    private static final double WIDTH = 118;
    private static final double HEIGHT = 90;

    private final Function<String, Path> pictures;
    private final Map<Path, Image> thumbnails;
    private final ImageView view = new ImageView();

    /**
     * @param pictures the file of an image id
     * @param thumbnails what was loaded so far, shared by the cells of a list
     */
    ImageCell(Function<String, Path> pictures, Map<Path, Image> thumbnails) {
        this.pictures = pictures;
        this.thumbnails = thumbnails;
        getStyleClass().add("image-cell");
        setContentDisplay(ContentDisplay.TOP);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(String id, boolean empty) {
        super.updateItem(id, empty);
        setText(empty ? null : id);
        setGraphic(empty ? null : view);
        if (!empty) {
            view.setImage(thumbnails.computeIfAbsent(pictures.apply(id), ImageCell::load));
        }
    }

    private static Image load(Path file) {
        boolean inBackground = true;
        return new Image(file.toUri().toString(), WIDTH, HEIGHT, true, true, inBackground);
    }
}

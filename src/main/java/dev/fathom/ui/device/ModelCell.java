package dev.fathom.ui.device;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A model with the run that it comes from. */
final class ModelCell extends ListCell<ModelChoice> {
    private final Label name = new Label();
    private final Label origin = new Label();
    private final VBox box = new VBox(1, name, origin);

    ModelCell() {
        origin.getStyleClass().add("model-origin");
        box.setMinWidth(0);
        box.setPrefWidth(1);
    }

    @Override
    protected void updateItem(ModelChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            return;
        }
        name.setText(choice.name());
        origin.setText(choice.run().isEmpty() ? choice.file().getParent().toString() : choice.run());
        setGraphic(box);
    }
}

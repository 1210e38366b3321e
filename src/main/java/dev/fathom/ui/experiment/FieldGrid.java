package dev.fathom.ui.experiment;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Fields in two columns; those that do not count leave no gap. */
final class FieldGrid extends GridPane {
    private static final int COLUMNS = 2;

    FieldGrid() {
        getStyleClass().add("field-grid");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(column);
        }
    }

    void add(Node field) {
        getChildren().add(field);
        field.managedProperty().addListener(change -> place());
        place();
    }

    private void place() {
        int n = 0;
        for (Node child : getChildren()) {
            if (child.isManaged()) {
                setConstraints(child, n % COLUMNS, n / COLUMNS);
                n++;
            }
        }
    }
}

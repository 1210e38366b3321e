package dev.fathom.ui.device;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of texts. */
final class ReportTable<T> extends TableView<T> {
    /** So that the name of a narrow column is never cut. */
    private static final double LETTER = 9;

    private static final double EDGES = 24;

    ReportTable(ObservableList<T> items, String placeholder) {
        setItems(items);
        Label nothing = new Label(placeholder);
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    ReportTable<T> with(String name, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, EDGES + LETTER * name.length()));
        column.setReorderable(false);
        getColumns().add(column);
        return this;
    }

    /** A column of numbers, one below the other at the right. */
    ReportTable<T> withNumber(String name, double width, Function<T, String> text) {
        with(name, width, text);
        getColumns().get(getColumns().size() - 1).getStyleClass().add("right");
        return this;
    }
}

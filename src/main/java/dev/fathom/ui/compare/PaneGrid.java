package dev.fathom.ui.compare;

import dev.fathom.ui.image.SyncView;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/** Lays out the panes: side by side, two over each other, or the points in space. */
public final class PaneGrid extends StackPane {
    private static final int GAP = 8;

    private final GridPane grid = new GridPane();
    private final List<ComparePane> panes = new ArrayList<>();
    private PanesViewModel model;
    private SyncView view;
    private SwipePane swipe;
    private CloudCard cloud;

    public PaneGrid() {
        grid.setId("grid");
        grid.setHgap(GAP);
        grid.setVgap(GAP);
        getChildren().add(grid);
        setFocusTraversable(true);
        setAccessibleText("Panes");
    }

    void follow(CompareViewModel page) {
        model = page.panes();
        view = page.view();
        cloud = new CloudCard(page.cloud());
        BooleanBinding busy = Bindings.isNotEmpty(page.work().living());
        for (int i = 0; i < PanesViewModel.MOST; i++) {
            int index = i;
            ComparePane pane =
                    new ComparePane(model.all().get(i), view, () -> model.activate(index), page::predict, busy);
            pane.setId("pane-" + (i + 1));
            panes.add(pane);
        }
        swipe = new SwipePane(panes.get(0), panes.get(1), model.dividerProperty());
        model.countProperty().addListener(change -> layOut());
        model.modeProperty().addListener(change -> layOut());
        model.aloneProperty().addListener(change -> layOut());
        widthProperty().addListener(change -> fit());
        heightProperty().addListener(change -> fit());
        layOut();
    }

    private void layOut() {
        grid.getChildren().clear();
        swipe.release();
        if (model.modeProperty().get() == ViewMode.SWIPE) {
            swipe.take();
            getChildren().setAll(swipe);
            return;
        }
        getChildren().setAll(model.modeProperty().get() == ViewMode.CLOUD ? cloud : grid);
        List<Node> shown = new ArrayList<>();
        model.shown().forEach(pane -> shown.add(panes.get(model.all().indexOf(pane))));
        if (shown.isEmpty()) {
            return;
        }
        int columns = columns();
        int rows = (shown.size() + columns - 1) / columns;
        divide(columns, rows);
        for (int i = 0; i < shown.size(); i++) {
            grid.add(shown.get(i), i % columns, i / columns);
        }
    }

    /** With which the pictures become largest; of equal ones the most. */
    static int columns(int count, double width, double height, double shape) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double size = Math.min(width / columns, height / rows * shape);
            if (size >= largest) {
                largest = size;
                best = columns;
            }
        }
        return best;
    }

    private int columns() {
        double shape = (double) view.imageWidth() / view.imageHeight();
        return columns(Math.max(1, model.shown().size()), Math.max(1, getWidth()), Math.max(1, getHeight()), shape);
    }

    private void fit() {
        if (columns() != grid.getColumnConstraints().size()
                && !grid.getChildren().isEmpty()) {
            Platform.runLater(this::layOut);
        }
    }

    private void divide(int columns, int rows) {
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
    }
}

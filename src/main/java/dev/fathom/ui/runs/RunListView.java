package dev.fathom.ui.runs;

import static dev.fathom.ui.base.Nodes.showWhen;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.VBox;

/** The list of runs. The last one that was clicked is the chosen run; others that are selected lie over it. */
public final class RunListView extends ListView<RunItem> {
    private RunsViewModel model;
    private boolean restoring;

    public RunListView() {
        getStyleClass().addAll("edge-to-edge", "run-list");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    void follow(RunsViewModel runs) {
        model = runs;
        setCellFactory(view -> new RunCell(runs));
        setItems(runs.list().shown());
        setPlaceholder(nothingShown(runs.list()));
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunItem>) change -> tell());
        // Registered after the list's own listeners, so that these no longer touch the selection.
        runs.list().shown().addListener((ListChangeListener<RunItem>) change -> restore());
        runs.list().selectedProperty().addListener(change -> {
            if (!restoring) {
                restore();
                scrollTo(runs.list().selected());
            }
        });
        restore();
    }

    /** What stands here instead of runs: they are still being read, or the filter is one that was remembered. */
    private static Node nothingShown(RunList list) {
        Label why = new Label();
        why.textProperty()
                .bind(Bindings.when(list.loadedProperty())
                        .then("No run passes the filter")
                        .otherwise("Reading the runs"));
        Hyperlink all = new Hyperlink("Show all runs");
        all.setId("showAllRuns");
        all.setOnAction(event -> list.filterProperty().set(""));
        showWhen(all, list.loadedProperty());
        VBox box = new VBox(4, why, all);
        box.setAlignment(Pos.CENTER);
        box.visibleProperty()
                .bind(list.filterProperty()
                        .isNotEmpty()
                        .or(list.loadedProperty().not()));
        return box;
    }

    private void tell() {
        List<RunItem> selected = getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
        if (restoring || selected.isEmpty()) {
            return;
        }
        RunItem last = getSelectionModel().getSelectedItem();
        RunItem primary = last == null ? selected.get(0) : last;
        if (primary != model.list().selected()) {
            restoring = true;
            model.list().choose(primary);
            restoring = false;
        }
        model.layOver(selected);
    }

    private void restore() {
        if (restoring) {
            return;
        }
        restoring = true;
        MultipleSelectionModel<RunItem> selection = getSelectionModel();
        selection.clearSelection();
        model.others().stream().filter(getItems()::contains).forEach(selection::select);
        RunItem chosen = model.list().selected();
        if (chosen != null && getItems().contains(chosen)) {
            selection.select(chosen);
        }
        restoring = false;
        model.layOver(List.copyOf(selection.getSelectedItems()));
    }
}

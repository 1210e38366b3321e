package dev.fathom.ui.runs;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A run in the list: name, state, how far it is. */
final class RunCell extends ListCell<RunItem> {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final VBox box;
    private final ChangeListener<RunSummary> listener = (property, before, now) -> show(now);
    private RunItem shown;

    RunCell() {
        getStyleClass().add("run-cell");
        name.getStyleClass().add("run-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.getStyleClass().add("run-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        progress.getStyleClass().add("thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        box = new VBox(6, new HBox(8, name, state), progress, detail);
        // A cell must follow the list's width instead of asking for its own.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(RunItem item, boolean empty) {
        super.updateItem(item, empty);
        if (shown != null) {
            shown.summaryProperty().removeListener(listener);
        }
        shown = empty ? null : item;
        setGraphic(shown == null ? null : box);
        setTooltip(null);
        if (shown != null) {
            shown.summaryProperty().addListener(listener);
            show(shown.summary());
        }
    }

    private void show(RunSummary run) {
        name.setText(run.name());
        state.setText(run.stateText());
        detail.setText(run.detail());
        progress.setProgress(run.progress());
        setTooltip(new Tooltip(run.isReadable() ? run.folder().toString() : run.problem()));
        pseudoClassStateChanged(RUNNING, run.stateText().equals("running"));
        pseudoClassStateChanged(
                PROBLEM,
                !run.isReadable()
                        || run.stateText().equals("failed")
                        || run.stateText().equals("diverged"));
    }
}

package dev.fathom.ui.runs;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.plot.Palette;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** A run in the list: name, state, how far it is. */
final class RunCell extends ListCell<RunItem> {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    /** Beside a longer text there is no room for tags. */
    private static final int LONGEST_BESIDE_TAGS = 24;

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label detail = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label tags = new Label();
    private final Circle dot = new Circle(4);
    private final VBox box;
    private final RunsViewModel model;
    private final InvalidationListener decoration = change -> decorate();
    private final WeakInvalidationListener weakDecoration = new WeakInvalidationListener(decoration);
    private final ChangeListener<RunSummary> listener = (property, before, now) -> show(now);
    private RunItem shown;

    RunCell(RunsViewModel model) {
        this.model = model;
        dot.getStyleClass().add("run-dot");
        model.others().addListener(weakDecoration);
        model.jobs().jobs().addListener(weakDecoration);
        model.queue().waiting().addListener(weakDecoration);
        model.queue().reasons().addListener(weakDecoration);
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
        tags.getStyleClass().addAll("run-tags", Styles.TEXT_SMALL);
        tags.setTextOverrun(OverrunStyle.ELLIPSIS);
        tags.setMinWidth(0);
        detail.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, dot, name, state);
        head.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(6, head, progress, new HBox(8, detail, space, tags));
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
        tags.setText(String.join(" · ", run.tags()));
        decorate();
        progress.setProgress(run.progress());
        setTooltip(new Tooltip(tip(run)));
        pseudoClassStateChanged(
                PROBLEM,
                !run.isReadable()
                        || run.stateText().equals("failed")
                        || run.stateText().equals("diverged"));
    }

    private static String tip(RunSummary run) {
        if (!run.isReadable()) {
            return run.problem();
        }
        String notes = run.info().notes().isEmpty() ? "" : "\n" + run.info().notes();
        return run.name() + notes + "\n" + run.folder();
    }

    /** What depends on more than the run: its place in the queue, its colour over the chosen run. */
    private void decorate() {
        if (shown == null) {
            return;
        }
        Standing standing = model.standing(shown);
        state.setText(standing.word());
        pseudoClassStateChanged(RUNNING, standing.isActive());
        detail.setText(standing.sentence());
        tags.setVisible(detail.getText().length() <= LONGEST_BESIDE_TAGS);
        tags.setManaged(tags.isVisible());
        detail.setMinWidth(tags.isVisible() ? Region.USE_PREF_SIZE : 0);
        boolean over = model.others().contains(shown);
        dot.setVisible(over);
        dot.setManaged(over);
        if (over) {
            dot.setFill(Palette.colour(model.run().overlayColour(shown)));
        }
    }
}

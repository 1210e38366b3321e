package dev.fathom.ui;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asked when the window closes while workers run. Each button says what it does. */
final class CloseQuestion extends VBox {
    private static final int MOST_NAMED = 3;
    private static final String STOPPING = "What runs is being stopped and saved";

    private final JobList jobs;
    private final RunQueue queue;
    private final boolean heldBefore;
    private final Runnable close;
    private final ListChangeListener<JobItem> whenStopped = change -> closeIfStopped();
    private final Label explanation = new Label();
    private final Button keep = new Button("Keep running");
    private final Button stop = new Button("Stop and close");
    private final Button cancel = new Button("Cancel");

    CloseQuestion(JobList jobs, RunQueue queue, Runnable close, Runnable dismiss) {
        this.jobs = jobs;
        this.queue = queue;
        this.heldBefore = queue.heldProperty().get();
        this.close = close;
        getStyleClass().addAll("dialog-card", "close-question");
        setId("close-question");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label("Close Fathom while work is running?");
        title.getStyleClass().add(Styles.TITLE_4);
        explanation.setText(explanation());
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        boolean workers = !jobs.jobs().isEmpty();
        keep.setVisible(workers);
        keep.setManaged(workers);
        keep.setDefaultButton(workers);
        stop.setDefaultButton(!workers);
        keep.setOnAction(event -> keepRunning());
        stop.setOnAction(event -> stopAll());
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> dismiss.run());
        parentProperty().addListener((property, before, now) -> {
            if (now == null) {
                forget();
            }
        });
        HBox buttons = new HBox(10, cancel, stop, keep);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, explanation, buttons);
    }

    private String explanation() {
        return Stream.of(ofWorkers(), String.join("\n", jobs.endingWith("the window")), ofQueue())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String ofWorkers() {
        if (jobs.jobs().isEmpty()) {
            return "";
        }
        boolean one = jobs.jobs().size() == 1;
        String what = one
                ? jobs.jobs().get(0).title() + " is not done. It can go on without the window"
                : "These are not done:\n" + bulleted() + "\n\nThey can go on without the window";
        String stopped = one
                ? "Stopped, it keeps what was done so far and can be continued."
                : "Stopped, they keep what was done so far and can be continued.";
        return what + later(one) + " " + stopped;
    }

    /** What the next window finds again. */
    private String later(boolean one) {
        long found = jobs.jobs().stream().filter(JobItem::trains).count();
        if (found == jobs.jobs().size()) {
            return " and will be here when you open it again.";
        }
        String results = (one ? "leaves its result in its folder" : "leave their results in their folders") + ".";
        return found == 0
                ? ", but the next window does not show how " + (one ? "it ends: it " : "they end: they ") + results
                : "; those that train will be here when you open it again, the others " + results;
    }

    private String ofQueue() {
        List<String> names =
                queue.waiting().stream().map(RunQueue.Waiting::name).toList();
        if (names.isEmpty()) {
            return "";
        }
        boolean one = names.size() == 1;
        String which = names.size() <= MOST_NAMED ? String.join(", ", names) : names.size() + " runs";
        return which + (one ? " waits" : " wait") + " in the queue. Without the window "
                + (one ? "it does" : "they do")
                + " not start, even if what runs now is finished; the next window offers to"
                + " start " + (one ? "it." : "them.");
    }

    private String bulleted() {
        return jobs.jobs().stream().map(job -> "•  " + job.title()).collect(Collectors.joining("\n"));
    }

    private void keepRunning() {
        jobs.keepAllRunning();
        close.run();
    }

    private void stopAll() {
        explanation.setText("Saving what was done so far. The window closes when that is finished.");
        Reason.set(keep, STOPPING);
        Reason.set(stop, STOPPING);
        stop.setText("Stopping");
        cancel.setText("Keep the window open");
        // The place that a stopped run leaves must not be taken by the next.
        queue.heldProperty().set(true);
        if (jobs.jobs().isEmpty()) {
            close.run();
            return;
        }
        jobs.jobs().addListener(whenStopped);
        jobs.stopAll();
    }

    private void closeIfStopped() {
        if (jobs.jobs().isEmpty()) {
            close.run();
        }
    }

    /** Whatever took the question away: the window stays, now and when the last job has ended. */
    private void forget() {
        jobs.jobs().removeListener(whenStopped);
        queue.heldProperty().set(heldBefore);
    }
}

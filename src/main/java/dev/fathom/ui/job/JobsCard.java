package dev.fathom.ui.job;

import dev.fathom.ui.base.DialogCard;
import dev.fathom.ui.base.LongWork;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All running work with its progress; what ends meanwhile leaves the card. */
public final class JobsCard extends DialogCard {
    private final VBox cards = new VBox(10);
    private final JobList jobs;
    private final ListChangeListener<LongWork> listener = change -> show();

    public JobsCard(JobList jobs, Runnable close) {
        super("jobs-card", "Running work");
        this.jobs = jobs;
        getStyleClass().add("jobs-card");
        getChildren().add(1, cards);
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        addButtons(done);
        sceneProperty().addListener((property, before, now) -> {
            jobs.work().removeListener(listener);
            if (now != null) {
                jobs.work().addListener(listener);
            }
        });
        show();
    }

    private void show() {
        cards.getChildren().setAll(jobs.work().stream().map(JobCard::new).toList());
        if (jobs.work().isEmpty()) {
            cards.getChildren().add(new Label("Nothing is running"));
        }
    }
}

package dev.fathom.ui;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.LongWork;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.job.Hardware;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.runs.RunList;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bottom of the window: workspace, machine, runs, work in progress, notices. */
final class StatusStrip extends HBox {
    private final JobList jobs;
    private final RunList runs;
    private final Label hardwareText = new Label();
    private final Label runCount = new Label();
    private final Button jobButton = new Button();
    private final ProgressBar jobProgress = new ProgressBar();
    private final Hardware hardware = new Hardware();
    private final LatestTask samples;

    /**
     * @param chooseWorkspace opens the list of workspaces
     * @param showProgress opens the card of running work
     * @param showNotices opens the history of notices
     */
    StatusStrip(Desk desk, RunList runs, Runnable chooseWorkspace, Runnable showProgress, Runnable showNotices) {
        this.jobs = desk.jobs();
        this.runs = runs;
        samples = new LatestTask(desk.executor());
        getStyleClass().add("status-strip");
        Button workspace = button("workspaceButton", desk.workspace().root().toString(), "fth-folder");
        workspace.setTooltip(new Tooltip("Open another workspace  (Ctrl+Shift+W)"));
        workspace.setOnAction(event -> chooseWorkspace.run());
        workspace.setMinWidth(120);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        hardwareText.setMinWidth(USE_PREF_SIZE);
        runCount.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        workspace,
                        space,
                        hardwareText,
                        runCount,
                        jobButton(showProgress),
                        noticeButton(desk.notices(), showNotices));
        InvalidationListener count = change -> countRuns();
        runs.items().addListener(count);
        jobs.work().addListener((ListChangeListener<LongWork>) change -> showJobs());
        countRuns();
        showJobs();
    }

    private static Button button(String id, String text, String icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.FLAT, "status-button");
        return button;
    }

    private Button jobButton(Runnable showProgress) {
        jobButton.setId("jobsButton");
        jobButton.setMinWidth(USE_PREF_SIZE);
        jobButton.getStyleClass().addAll(Styles.FLAT, "status-button");
        jobProgress.getStyleClass().add("thin-progress");
        jobProgress.setPrefWidth(70);
        jobButton.setGraphic(jobProgress);
        jobButton.setOnAction(event -> showProgress.run());
        return jobButton;
    }

    private static Button noticeButton(Notices notices, Runnable show) {
        Button button = button("noticesButton", "", "fth-bell");
        button.setAccessibleText("Notices");
        button.setTooltip(new Tooltip("Notices since the window opened  (Ctrl+Shift+H)"));
        button.setOnAction(event -> show.run());
        return button;
    }

    private void countRuns() {
        int all = runs.items().size();
        runCount.setText(all + (all == 1 ? " run" : " runs"));
    }

    private void showJobs() {
        int living = jobs.work().size();
        jobButton.setVisible(living > 0);
        jobButton.setManaged(living > 0);
        jobProgress.progressProperty().unbind();
        if (living > 0) {
            jobProgress.progressProperty().bind(jobs.work().get(0).fractionProperty());
            jobButton.setText(living + (living == 1 ? " job running" : " jobs running"));
            jobButton.setTooltip(new Tooltip("Progress, and stopping  (Ctrl+J)"));
        }
    }

    /** Looks at the machine, in the background. */
    void sampleHardware() {
        samples.submitIfIdle(BackgroundTask.of(hardware::sample).onSuccess(hardwareText::setText));
    }
}

package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Pump;
import dev.fathom.ui.base.UiTaskExecutor;
import dev.fathom.ui.compare.CompareView;
import dev.fathom.ui.compare.CompareViewModel;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.Workers;
import dev.fathom.ui.runs.RunsView;
import dev.fathom.ui.runs.RunsViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

/** Puts the window together: view models, pages, and the clock that keeps them up to date. */
final class Shell implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration JOBS = Duration.millis(100);
    private static final Duration CURVES = Duration.millis(300);
    private static final Duration FOLDERS = Duration.seconds(1);

    private final UiTaskExecutor executor = new UiTaskExecutor();
    private final Notices notices = new Notices();
    private final Pump pump = new Pump();
    private final JobList jobs;
    private final RunsViewModel runs;
    private final CompareViewModel compare;
    private final ShellView view;
    private final Scene scene;

    /** @param openFolder shows a folder in the system's file manager */
    Shell(Workspace workspace, Workers workers, WindowSettings settings, Consumer<Path> openFolder) {
        jobs = new JobList(workers, notices);
        runs = new RunsViewModel(workspace, jobs, executor, notices);
        compare = new CompareViewModel(workspace, executor, notices);
        RunsView runsView = new RunsView(runs, openFolder);
        CompareView compareView = new CompareView(compare);
        Theme.use(settings.darkProperty().get());
        Page runsPage = new Page(
                "Runs", "fth-activity", () -> Fxml.load("Runs", runsView), runsView.shortcuts(), runs.run()::poll);
        Page comparePage = new Page(
                "Compare",
                "fth-columns",
                () -> Fxml.load("Compare", compareView),
                compareView.shortcuts(),
                compare::refresh);
        view = new ShellView(List.of(runsPage, comparePage), workspace, runs.list(), jobs, notices, settings);
        scene = new Scene(Fxml.load("Shell", view), WIDTH, HEIGHT);
        scene.getStylesheets()
                .add(Shell.class.getResource("/assets/css/fathom.css").toExternalForm());
        view.listenTo(scene);
        view.fitTo(scene);
        runs.setOnCompare(folder -> {
            compare.open(folder);
            view.show(comparePage);
        });
        runs.setOnShowResult(view::showResult);
        pump.every(JOBS, jobs::update);
        pump.every(CURVES, () -> refreshIfShown(runsPage));
        pump.every(FOLDERS, () -> refreshIfShown(comparePage));
        pump.every(FOLDERS, runs::refresh);
    }

    private void refreshIfShown(Page page) {
        if (view.shown() == page) {
            page.refresh().run();
        }
    }

    Scene scene() {
        return scene;
    }

    RunsViewModel runs() {
        return runs;
    }

    CompareViewModel compare() {
        return compare;
    }

    /** Begins to read the workspace. */
    void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Platform.runLater(() -> notices.error(e)));
        pump.start();
    }

    /** Asks what to do with living workers; {@code close} is called when the question is settled. */
    boolean mayClose(Runnable close) {
        if (jobs.jobs().isEmpty()) {
            return true;
        }
        view.askToClose(close);
        return false;
    }

    @Override
    public void close() {
        pump.stop();
        executor.close();
    }
}

package dev.fathom.ui;

import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.Dialogs;
import dev.fathom.ui.base.FilePicker;
import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.FxmlKinds;
import dev.fathom.ui.base.HoverHint;
import dev.fathom.ui.base.ModalLayer;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Pump;
import dev.fathom.ui.base.UiTaskExecutor;
import dev.fathom.ui.compare.ComparePage;
import dev.fathom.ui.compare.CompareViewModel;
import dev.fathom.ui.data.DataPage;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Navigation;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.desk.SettingsSaving;
import dev.fathom.ui.device.DevicePage;
import dev.fathom.ui.experiment.ExperimentPage;
import dev.fathom.ui.export.ExportPage;
import dev.fathom.ui.job.DetachedWorkers;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import dev.fathom.ui.runs.RunsPage;
import dev.fathom.ui.runs.RunsViewModel;
import java.net.URL;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Puts the window together: the pages, what they share, and the clock that keeps them up to date. */
final class Shell implements Navigation, AutoCloseable {
    /** Every page of the window; the order of the navigation is that of {@link PageId}. */
    private static final Map<PageId, Function<Desk, Page>> PAGES = new EnumMap<>(Map.of(
            PageId.DATA, DataPage::new,
            PageId.EXPERIMENT, ExperimentPage::new,
            PageId.RUNS, RunsPage::new,
            PageId.COMPARE, ComparePage::new,
            PageId.EXPORT, ExportPage::new,
            PageId.DEVICE, DevicePage::new));

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration TICK = Duration.millis(100);
    private static final Duration HARDWARE = Duration.seconds(2);
    private static final Duration SETTINGS = Duration.seconds(5);
    private static final Duration BACKGROUND = Duration.seconds(1);

    private final UiTaskExecutor executor = new UiTaskExecutor();
    private final Notices notices = new Notices();
    private final Pump pump = new Pump();
    private final ModalLayer modal = new ModalLayer();
    private final JobList jobs;
    private final DetachedWorkers detached;
    private final RunQueue queue;
    private final List<LazyPage> pages;
    private final ShellView view;
    private final Scene scene;
    private long refreshed;
    /** The page that was shown at the last tick. */
    private Page last;

    /** Null until asked for. */
    private Preparation preparation;

    Shell(Workspace workspace, Host host) {
        Settings settings = host.settings();
        jobs = new JobList(host.workers(), notices);
        detached = new DetachedWorkers(workspace, jobs, executor);
        queue = new RunQueue(workspace, jobs, executor, notices);
        FilePicker files = host.files().apply(() -> modal.getScene().getWindow());
        Desk desk =
                new Desk(workspace, executor, jobs, queue, notices, modal, settings, this, files, host.openFolder());
        pages = PAGES.entrySet().stream()
                .map(entry ->
                        new LazyPage(entry.getKey(), () -> entry.getValue().apply(desk)))
                .toList();
        Theme.use(settings.darkProperty().get());
        jobs.setOnShowRun(run -> go(new Destination.ShownRun(RunFolder.open(run))));
        queue.atOnceProperty().bind(settings.runsAtOnceProperty());
        view = new ShellView(List.copyOf(pages), desk, modal, runs().list(), host.openWorkspace());
        StackPane root = new StackPane(Fxml.load("Shell", view), modal);
        root.styleProperty().bind(Bindings.concat("-fx-font-size: ", settings.textSizeProperty(), "px"));
        scene = new Scene(root, WIDTH, HEIGHT);
        root.getChildren().add(Speck.of(scene));
        scene.getStylesheets().setAll(stylesheets());
        view.listenTo(scene);
        HoverHint.showIn(scene);
        view.fitTo(scene);
        pump.every(TICK, jobs::update);
        pump.every(TICK, this::refreshShown);
        pump.every(BACKGROUND, queue::update);
        pump.every(BACKGROUND, detached::update);
        pump.every(SETTINGS, new SettingsSaving(settings, executor)::update);
        pump.every(HARDWARE, view.strip()::sampleHardware);
        pages.forEach(page -> pump.every(BACKGROUND, page::background));
    }

    /** At the page's own pace, which may change. */
    private void refreshShown() {
        long now = System.nanoTime();
        if (view.shown() != last) {
            // Opening it refreshes it once, after it was painted.
            last = view.shown();
            refreshed = now;
        }
        // Half a tick less, so that a tick that comes early still counts.
        if (now - refreshed >= (view.shown().pace().toMillis() - TICK.toMillis() / 2) * 1e6) {
            refreshed = now;
            view.shown().refresh();
        }
    }

    private List<String> stylesheets() {
        Stream<String> names = Stream.concat(
                Stream.of("fathom"), pages.stream().map(page -> page.id().key()));
        return names.map(name -> Shell.class.getResource("/assets/css/" + name + ".css"))
                .map(URL::toExternalForm)
                .toList();
    }

    @Override
    public void go(Destination destination) {
        page(destination.page()).ifPresent(page -> {
            page.open(destination);
            view.show(page);
        });
    }

    @Override
    public boolean has(PageId id) {
        return PAGES.containsKey(id);
    }

    private Optional<LazyPage> page(PageId id) {
        return pages.stream().filter(page -> page.id() == id).findFirst();
    }

    /** The page of this class. */
    <P extends Page> P page(PageId id, Class<P> type) {
        return type.cast(page(id).orElseThrow().page());
    }

    /** The page that the user sees. */
    PageId shown() {
        return view.shown().id();
    }

    Commands commands() {
        return view.commands();
    }

    Dialogs dialogs() {
        return modal;
    }

    Notices notices() {
        return notices;
    }

    JobList jobs() {
        return jobs;
    }

    Scene scene() {
        return scene;
    }

    RunsViewModel runs() {
        return page(PageId.RUNS, RunsPage.class).model();
    }

    CompareViewModel compare() {
        return page(PageId.COMPARE, ComparePage.class).model();
    }

    /** Goes on with the work of the window that showed another workspace. */
    void takeOver(Shell before) {
        jobs.takeOver(before.jobs);
        before.notices.passOnTo(notices);
    }

    /** Begins to read the workspace. */
    void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Platform.runLater(() -> notices.error(e)));
        queue.load();
        pump.start();
    }

    /** Makes the other pages, too, as soon as nobody does anything. */
    Preparation prepare() {
        preparation = new Preparation(this::readAhead, pages, view.stage());
        preparation.giveWayTo(scene);
        preparation.start();
        return preparation;
    }

    private void readAhead(Runnable then) {
        BackgroundTask.run(Shell::readAhead).onFinished(then).executeWith(executor);
    }

    private static void readAhead() {
        for (PageId id : PageId.values()) {
            FxmlKinds.readAhead(id.title());
        }
        ExperimentPage.readAhead();
    }

    /** Asks what to do with living workers; {@code close} is called when the question is settled. */
    boolean mayClose(Runnable close) {
        if (jobs.work().isEmpty()) {
            return true;
        }
        view.askToClose(close);
        return false;
    }

    @Override
    public void close() {
        pump.stop();
        if (preparation != null) {
            preparation.stop();
        }
        pages.forEach(Page::close);
        executor.close();
    }
}

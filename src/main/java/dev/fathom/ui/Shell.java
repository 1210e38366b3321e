package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.Fxml;
import dev.fathom.ui.base.ModalLayer;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Pump;
import dev.fathom.ui.base.UiTaskExecutor;
import dev.fathom.ui.compare.ComparePage;
import dev.fathom.ui.compare.CompareViewModel;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.Navigation;
import dev.fathom.ui.desk.Page;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.device.DevicePage;
import dev.fathom.ui.export.ExportPage;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import dev.fathom.ui.job.Workers;
import dev.fathom.ui.runs.RunsPage;
import dev.fathom.ui.runs.RunsViewModel;
import java.net.URL;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Puts the window together: the pages, what they share, and the clock that keeps them up to date. */
final class Shell implements Navigation, AutoCloseable {
    /** Every page of the window; the order of the navigation is that of {@link PageId}. */
    private static final Map<PageId, Function<Desk, Page>> PAGES = new EnumMap<>(Map.of(
            PageId.RUNS, RunsPage::new,
            PageId.COMPARE, ComparePage::new,
            PageId.EXPORT, ExportPage::new,
            PageId.DEVICE, DevicePage::new));

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final Duration JOBS = Duration.millis(100);
    private static final Duration BACKGROUND = Duration.seconds(1);

    private final UiTaskExecutor executor = new UiTaskExecutor();
    private final Notices notices = new Notices();
    private final Pump pump = new Pump();
    private final ModalLayer modal = new ModalLayer();
    private final JobList jobs;
    private final RunQueue queue;
    private final List<Page> pages;
    private final ShellView view;
    private final Scene scene;

    /** @param openFolder shows a folder in the system's file manager */
    Shell(Workspace workspace, Workers workers, Settings settings, Consumer<Path> openFolder) {
        jobs = new JobList(workers, notices);
        queue = new RunQueue(workspace, jobs, executor, notices);
        StageFilePicker files = new StageFilePicker(() -> modal.getScene().getWindow());
        Desk desk = new Desk(workspace, executor, jobs, queue, notices, modal, settings, this, files, openFolder);
        pages = PAGES.values().stream().map(factory -> factory.apply(desk)).toList();
        Theme.use(settings.darkProperty().get());
        view = new ShellView(pages, desk, modal, runs().list());
        scene = new Scene(new StackPane(Fxml.load("Shell", view), modal), WIDTH, HEIGHT);
        scene.getStylesheets().setAll(stylesheets());
        view.listenTo(scene);
        view.fitTo(scene);
        pump.every(JOBS, jobs::update);
        pump.every(BACKGROUND, queue::update);
        pages.forEach(this::keepUpToDate);
    }

    private List<String> stylesheets() {
        Stream<String> names = Stream.concat(
                Stream.of("fathom"), pages.stream().map(page -> page.id().key()));
        return names.map(name -> Shell.class.getResource("/assets/css/" + name + ".css"))
                .map(URL::toExternalForm)
                .toList();
    }

    private void keepUpToDate(Page page) {
        pump.every(page.pace(), () -> {
            if (view.shown() == page) {
                page.refresh();
            }
        });
        pump.every(BACKGROUND, page::background);
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

    private Optional<Page> page(PageId id) {
        return pages.stream().filter(page -> page.id() == id).findFirst();
    }

    /** The page of this class. */
    <P extends Page> P page(Class<P> type) {
        return pages.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    Scene scene() {
        return scene;
    }

    RunsViewModel runs() {
        return page(RunsPage.class).model();
    }

    CompareViewModel compare() {
        return page(ComparePage.class).model();
    }

    /** Begins to read the workspace. */
    void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Platform.runLater(() -> notices.error(e)));
        queue.load();
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
        pages.forEach(Page::close);
        executor.close();
    }
}

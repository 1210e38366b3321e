package dev.fathom.ui.compare;

import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.image.SyncView;
import dev.fathom.ui.job.JobList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of comparisons: which runs, image, moment and colours, and what the panes show. View model: no nodes. */
public final class CompareViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CompareViewModel.class);
    private static final String READING = "Reading the run";
    private static final String NO_IMAGES =
            "This run has no image to show yet: it writes predictions of its preview images every few epochs";

    private final Workspace workspace;
    private final Notices notices;
    private final LatestTask listing;
    private final LatestTask reading;
    private final LatestTask collecting;
    private final LatestTask showing;
    private final LatestTask counting;
    private final DecodedFiles files = new DecodedFiles();

    private final ObservableList<RunChoice> runs = FXCollections.observableArrayList();
    private final ObjectProperty<RunChoice> run = new SimpleObjectProperty<>();
    private final ObjectProperty<RunChoice> second = new SimpleObjectProperty<>();
    private final ImageListViewModel images = new ImageListViewModel();
    private final ObservableList<Moment> moments = FXCollections.observableArrayList();
    private final IntegerProperty momentIndex = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(Colours.DEFAULT);
    private final PanesViewModel panes = new PanesViewModel();
    private final CloudViewModel cloud;
    private final PredictionJobs work;
    private final List<Path> dropped = new ArrayList<>();

    private final SyncView view = new SyncView();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Probe> probe = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Statistics> statistics = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty listShown = new SimpleBooleanProperty(true);
    private final BooleanProperty numbersShown = new SimpleBooleanProperty(true);
    private ComparedRuns compared;
    private Moment wanted;
    private boolean collected;
    private boolean settling;

    public CompareViewModel(Workspace workspace, JobList jobs, TaskExecutor executor, Notices notices) {
        this.workspace = workspace;
        this.notices = notices;
        this.listing = new LatestTask(executor);
        this.reading = new LatestTask(executor);
        this.collecting = new LatestTask(executor);
        this.showing = new LatestTask(executor);
        this.counting = new LatestTask(executor);
        this.work = new PredictionJobs(jobs, executor, notices);
        this.cloud = new CloudViewModel(executor, notices);
        run.addListener(change -> runChosen());
        second.addListener(change -> readRuns());
        images.selectedProperty().addListener(change -> show());
        momentIndex.addListener(change -> momentChosen());
        colours.addListener(change -> show());
        panes.countProperty().addListener(change -> show());
        panes.modeProperty().addListener(change -> show());
        panes.aloneProperty().addListener(change -> show());
        panes.all().forEach(pane -> pane.pictureProperty().addListener(change -> show()));
        view.revisionProperty().addListener(change -> readProbe());
        numbersShown.addListener(change -> count());
    }

    /** Looks for new runs, images and predictions, in the background. */
    public void refresh() {
        boolean choose = run.get() == null;
        listing.submitIfIdle(BackgroundTask.of(() -> RunChoices.read(workspace, choose))
                .onSuccess(this::merge)
                .onFailure(e -> LOG.debug("Cannot list the runs, which the page of runs tells", e)));
        readRuns();
    }

    private void merge(RunChoices found) {
        if (!found.runs().equals(runs)) {
            RunChoice first = run.get();
            RunChoice other = second.get();
            runs.setAll(found.runs());
            run.set(found.runs().contains(first) ? first : null);
            second.set(found.runs().contains(other) ? other : null);
        }
        if (run.get() == null) {
            run.set(found.first());
        }
        if (run.get() == null && found.runs().isEmpty()) {
            clear(ComparedRuns.NO_RUN);
        }
    }

    /** Chooses run A. */
    public void open(RunFolder folder) {
        run.set(new RunChoice(folder, folder.info().name()));
    }

    private void runChosen() {
        compared = null;
        collected = false;
        wanted = null;
        images.take(ImageCollection.EMPTY);
        clear(READING);
        readRuns();
    }

    private void readRuns() {
        RunChoice a = run.get();
        RunChoice b = second.get();
        if (a == null) {
            return;
        }
        reading.submit(BackgroundTask.of(() -> ComparedRuns.read(a, b, workspace))
                .onSuccess(read -> {
                    if (a.equals(run.get()) && Objects.equals(b, second.get())) {
                        take(read);
                    }
                })
                .onFailure(notices::error));
    }

    private void take(ComparedRuns read) {
        if (read.equals(compared)) {
            return;
        }
        boolean same = collected && read.hasImagesOf(compared);
        compared = read;
        if (same) {
            show();
        } else {
            collect();
        }
    }

    private void collect() {
        Found<RunPictures> a = compared.side(Side.A);
        if (!a.isThere()) {
            collected = false;
            images.take(ImageCollection.EMPTY);
            clear(a.reason());
            return;
        }
        List<Path> pictures = List.copyOf(dropped);
        collecting.submit(BackgroundTask.of(() -> ImageCollection.read(a.value(), pictures))
                .onSuccess(collection -> {
                    collected = true;
                    images.take(collection);
                    show();
                })
                .onFailure(notices::error));
    }

    private void momentChosen() {
        if (!settling) {
            boolean newest = momentIndex.get() == moments.size() - 1;
            wanted = newest ? null : moment();
            show();
        }
    }

    private void show() {
        if (settling || compared == null) {
            return;
        }
        ImageEntry image = images.selectedProperty().get();
        if (image == null) {
            clear(
                    compared.side(Side.A).isThere()
                            ? NO_IMAGES
                            : compared.side(Side.A).reason());
            return;
        }
        Request request = new Request(image, compared, wanted, colours.get(), panes.wanted());
        showing.submit(BackgroundTask.of(() -> Shown.of(request, files))
                .onSuccess(this::show)
                .onFailure(notices::error));
    }

    private void clear(String reason) {
        shown.set(null);
        probe.set(null);
        statistics.set(null);
        moments.clear();
        cloud.clear(reason);
        panes.all().forEach(pane -> pane.show(null, reason));
    }

    private void show(Shown result) {
        if (compared == null || !result.request().runs().equals(compared)) {
            return;
        }
        settling = true;
        if (!moments.equals(result.moments())) {
            moments.setAll(result.moments());
        }
        momentIndex.set(result.moments().indexOf(result.moment()));
        settling = false;
        int[] size = result.painted().comparison().size();
        view.setImageSize(size[0], size[1]);
        shown.set(result);
        panes.all().forEach(pane -> pane.show(result, ""));
        readProbe();
        count();
        if (panes.modeProperty().get() == ViewMode.CLOUD) {
            cloud.show(result, camera());
        }
    }

    /** The camera of what is shown. */
    SceneCamera camera() {
        return SceneCamera.of(compared.side(Side.A).value().config(), images.camera());
    }

    private void count() {
        Shown now = shown.get();
        if (now == null || !numbersShown.get()) {
            return;
        }
        counting.submit(BackgroundTask.of(() -> Statistics.of(now.painted()))
                .onSuccess(counted -> {
                    if (shown.get() != null) {
                        statistics.set(counted);
                    }
                })
                .onFailure(notices::error));
    }

    private void readProbe() {
        Shown now = shown.get();
        Probe reading = now == null
                ? null
                : view.probe()
                        .map(pixel -> Probe.at(pixel, now.painted().comparison()))
                        .orElse(null);
        probe.set(reading);
        panes.all().forEach(pane -> pane.read(reading));
    }

    /** The chosen moment, null if there is none. */
    Moment moment() {
        int index = momentIndex.get();
        return index >= 0 && index < moments.size() ? moments.get(index) : null;
    }

    /** Goes to a later (or with a negative number earlier) epoch that has predictions. */
    public void stepEpoch(int by) {
        if (!moments.isEmpty()) {
            momentIndex.set(Math.max(0, Math.min(moments.size() - 1, momentIndex.get() + by)));
        }
    }

    /** Exchanges run A and run B. */
    public void swapRuns() {
        RunChoice first = run.get();
        if (second.get() != null) {
            run.set(second.get());
            second.set(first);
        }
    }

    /** Lets the best weights of a run predict the image that is shown, with all others of its kind. */
    void predict(Side side) {
        ImageEntry image = images.selectedProperty().get();
        Found<RunPictures> run = compared == null ? Found.missing(READING) : compared.side(side);
        if (image == null || !run.isThere()) {
            notices.error("There is nothing to predict: " + run.reason(), "Choose a run and an image");
            return;
        }
        List<ImageEntry> wanted = images.predictable(image.origin() == ImageEntry.Origin.DROPPED);
        if (wanted.isEmpty()) {
            notices.error("The validation images are not there", "Put the data where the run's config.yaml says");
            return;
        }
        work.predictAll(run.value(), wanted, image.origin());
    }

    /** Shows pictures from anywhere and predicts them with run A. */
    public void drop(List<Path> pictures) {
        if (compared == null || !compared.side(Side.A).isThere()) {
            notices.error("There is no run to predict with", "Choose run A first");
            return;
        }
        dropped.removeAll(pictures);
        dropped.addAll(0, pictures);
        images.want(pictures.get(0));
        work.predict(compared.side(Side.A).value(), pictures, ImageEntry.Origin.DROPPED);
        collect();
    }

    /** Scores the images of run A. */
    void score() {
        if (compared != null && compared.side(Side.A).isThere()) {
            work.score(compared.side(Side.A).value());
        }
    }

    /** Predictions and scores in the making. */
    PredictionJobs work() {
        return work;
    }

    /** Runs that can be chosen, newest first. */
    public ObservableList<RunChoice> runs() {
        return runs;
    }

    /** Run A. */
    public ObjectProperty<RunChoice> runProperty() {
        return run;
    }

    /** Run B, null if none was chosen. */
    public ObjectProperty<RunChoice> secondProperty() {
        return second;
    }

    /** The images of run A. */
    public ImageListViewModel images() {
        return images;
    }

    /** Moments of run A at which there is a prediction of the image. */
    ObservableList<Moment> moments() {
        return moments;
    }

    /** Index into {@link #moments()}, -1 if there are none. */
    public IntegerProperty momentIndexProperty() {
        return momentIndex;
    }

    public ObjectProperty<Colours> coloursProperty() {
        return colours;
    }

    public PanesViewModel panes() {
        return panes;
    }

    public CloudViewModel cloud() {
        return cloud;
    }

    public SyncView view() {
        return view;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Of the errors of what is shown, null if there is nothing. */
    ReadOnlyObjectProperty<Statistics> statisticsProperty() {
        return statistics.getReadOnlyProperty();
    }

    /** Whether the list of images takes its room. */
    public BooleanProperty listShownProperty() {
        return listShown;
    }

    /** Whether probe, colours and errors take their room. */
    public BooleanProperty numbersShownProperty() {
        return numbersShown;
    }

    ReadOnlyObjectProperty<Probe> probeProperty() {
        return probe.getReadOnlyProperty();
    }
}

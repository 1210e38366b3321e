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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/** The page of comparisons: which runs, image, moment and colours, and what the panes show. View model: no nodes. */
public final class CompareViewModel {
    private static final String READING = "Reading the run";
    private static final String NO_IMAGES =
            "It writes predictions of its preview images every few epochs; if it has ended before the first, see why on"
                    + " the page of runs. Or choose another run above.";

    private final Workspace workspace;
    private final Notices notices;
    private final LatestTask reading;
    private final LatestTask collecting;
    private final LatestTask showing;
    private final DecodedFiles files = new DecodedFiles();

    private final ChosenRuns chosen;
    private final ImageListViewModel images = new ImageListViewModel();
    private final Epochs epochs = new Epochs(this::show);
    private final ObjectProperty<Colours> colours = new SimpleObjectProperty<>(Colours.DEFAULT);
    private final PanesViewModel panes = new PanesViewModel();
    private final CloudViewModel cloud;
    private final PredictionJobs work;
    private final List<Path> dropped = new ArrayList<>();

    private final SyncView view = new SyncView();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper vacancy = new ReadOnlyStringWrapper("");
    private final Readings readings;
    private final BooleanProperty listShown = new SimpleBooleanProperty(true);
    private ComparedRuns compared;
    private boolean collected;

    public CompareViewModel(Workspace workspace, JobList jobs, TaskExecutor executor, Notices notices) {
        this.workspace = workspace;
        this.notices = notices;
        this.chosen = new ChosenRuns(workspace, executor);
        this.reading = new LatestTask(executor);
        this.collecting = new LatestTask(executor);
        this.showing = new LatestTask(executor);
        this.readings = new Readings(view, panes, executor, notices);
        this.work = new PredictionJobs(jobs, executor, notices);
        this.cloud = new CloudViewModel(executor, notices);
        chosen.firstProperty().addListener(change -> runChosen());
        chosen.secondProperty().addListener(change -> readRuns());
        images.selectedProperty().addListener(change -> show());
        colours.addListener(change -> show());
        panes.countProperty().addListener(change -> show());
        panes.modeProperty().addListener(change -> show());
        panes.aloneProperty().addListener(change -> show());
        panes.all().forEach(pane -> pane.pictureProperty().addListener(change -> show()));
    }

    /** Looks for new runs, images and predictions, in the background. */
    public void refresh() {
        chosen.refresh(() -> clear(ComparedRuns.NO_RUN));
        readRuns();
    }

    /** Chooses run A. */
    public void open(RunFolder folder) {
        runProperty().set(new RunChoice(folder, folder.info().name()));
    }

    private void runChosen() {
        compared = null;
        collected = false;
        epochs.forget();
        images.take(ImageCollection.EMPTY);
        clear(READING);
        readRuns();
    }

    private void readRuns() {
        RunChoice a = runProperty().get();
        RunChoice b = secondProperty().get();
        if (a == null) {
            return;
        }
        ComparedRuns before = compared;
        reading.submit(
                BackgroundTask.of(() -> ComparedRuns.read(a, b, workspace).orSame(before))
                        .onSuccess(read -> {
                            if (a.equals(runProperty().get())
                                    && Objects.equals(b, secondProperty().get())) {
                                take(read);
                            }
                        })
                        .onFailure(notices::error));
    }

    private void take(ComparedRuns read) {
        if (read == compared) {
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
            leaveEmpty(a.reason());
            return;
        }
        List<Path> pictures = List.copyOf(dropped);
        collecting.submit(BackgroundTask.of(() -> ImageCollection.read(a.value(), pictures))
                .onSuccess(collection -> take(a.value(), collection))
                .onFailure(notices::error));
    }

    private void take(RunPictures run, ImageCollection collection) {
        if (compared == null || !compared.isRunA(run.folder())) {
            // Another run was chosen meanwhile, whose images are being collected or will be.
            return;
        }
        collected = true;
        ImageEntry before = images.selectedProperty().get();
        images.take(collection);
        if (images.selectedProperty().get() == before) {
            // No other image, so nobody has asked yet to show it.
            show();
        }
    }

    private void show() {
        if (epochs.isSettling() || compared == null) {
            return;
        }
        ImageEntry image = images.selectedProperty().get();
        if (image == null) {
            leaveEmpty(
                    compared.side(Side.A).isThere()
                            ? NO_IMAGES
                            : compared.side(Side.A).reason());
            return;
        }
        Request request = new Request(image, compared, epochs.wanted(), colours.get(), panes.wanted());
        showing.submit(BackgroundTask.of(() -> Shown.of(request, files))
                .onSuccess(this::show)
                .onFailure(notices::error));
    }

    /** Says once, in the middle, why there is nothing in any pane. */
    private void leaveEmpty(String why) {
        clear(why);
        vacancy.set(why);
    }

    private void clear(String reason) {
        vacancy.set("");
        shown.set(null);
        readings.clear();
        epochs.clear();
        cloud.clear(reason);
        panes.all().forEach(pane -> pane.show(null, reason));
    }

    private void show(Shown result) {
        if (compared == null || result.request().runs() != compared) {
            return;
        }
        epochs.show(result.moments(), result.moment(), result.whyOneMoment());
        int[] size = result.painted().comparison().size();
        view.setImageSize(size[0], size[1]);
        vacancy.set("");
        shown.set(result);
        panes.all().forEach(pane -> pane.show(result, ""));
        readings.show(result);
        if (panes.modeProperty().get() == ViewMode.CLOUD) {
            cloud.show(result, camera());
        } else {
            cloud.clear(CloudViewModel.COMPUTING);
        }
    }

    /** The camera of what is shown. */
    SceneCamera camera() {
        return SceneCamera.of(compared.side(Side.A).value().config(), images.camera());
    }

    /** Exchanges run A and run B. */
    public void swapRuns() {
        chosen.swap();
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
        return chosen.list();
    }

    /** Run A. */
    public ObjectProperty<RunChoice> runProperty() {
        return chosen.firstProperty();
    }

    /** Run B, null if none was chosen. */
    public ObjectProperty<RunChoice> secondProperty() {
        return chosen.secondProperty();
    }

    /** The images of run A. */
    public ImageListViewModel images() {
        return images;
    }

    /** Which epoch of run A is shown. */
    public Epochs epochs() {
        return epochs;
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

    /** Why there is nothing in any pane and what to do; empty while pictures are shown or on their way. */
    ReadOnlyStringProperty vacancyProperty() {
        return vacancy.getReadOnlyProperty();
    }

    /** Of the errors of what is shown, null if there is nothing. */
    ReadOnlyObjectProperty<Statistics> statisticsProperty() {
        return readings.statisticsProperty();
    }

    /** Whether the list of images takes its room. */
    public BooleanProperty listShownProperty() {
        return listShown;
    }

    /** Whether probe, colours and errors take their room. */
    public BooleanProperty numbersShownProperty() {
        return readings.wantedProperty();
    }

    ReadOnlyObjectProperty<Probe> probeProperty() {
        return readings.probeProperty();
    }
}

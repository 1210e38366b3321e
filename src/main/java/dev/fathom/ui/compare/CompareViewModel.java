package dev.fathom.ui.compare;

import dev.fathom.core.UserException;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.SyncView;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of comparisons: which run, image, epoch and colours, and the six pictures. View model: no nodes. */
public final class CompareViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CompareViewModel.class);
    private static final String NO_SAMPLES = "No sample predictions yet: a run writes them every few epochs";

    private final Workspace workspace;
    private final Notices notices;
    private final LatestTask listing;
    private final LatestTask reading;
    private final LatestTask painting;
    private final DecodedFiles files = new DecodedFiles();

    private final ObservableList<RunChoice> runs = FXCollections.observableArrayList();
    private final ObjectProperty<RunChoice> run = new SimpleObjectProperty<>();
    private final ObservableList<String> ids = FXCollections.observableArrayList();
    private final StringProperty id = new SimpleStringProperty();
    private final ObservableList<Integer> epochs = FXCollections.observableArrayList();
    private final IntegerProperty epochIndex = new SimpleIntegerProperty(-1);
    private final StringProperty colourMap = new SimpleStringProperty("viridis");
    private final ObjectProperty<DepthRange> fixedRange = new SimpleObjectProperty<>();
    private final ObjectProperty<Double> fixedError = new SimpleObjectProperty<>();

    private final SyncView view = new SyncView();
    private final Map<Pane, PaneViewModel> panes = new EnumMap<>(Pane.class);
    private final ReadOnlyObjectWrapper<Painted> painted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Probe> probe = new ReadOnlyObjectWrapper<>();
    private ComparedRun compared;
    private boolean settling;

    public CompareViewModel(Workspace workspace, TaskExecutor executor, Notices notices) {
        this.workspace = workspace;
        this.notices = notices;
        this.listing = new LatestTask(executor);
        this.reading = new LatestTask(executor);
        this.painting = new LatestTask(executor);
        for (Pane pane : Pane.values()) {
            panes.put(pane, new PaneViewModel(pane));
        }
        run.addListener(change -> runChosen());
        id.addListener(change -> paint());
        epochIndex.addListener(change -> paint());
        colourMap.addListener(change -> paint());
        fixedRange.addListener(change -> paint());
        fixedError.addListener(change -> paint());
        view.revisionProperty().addListener(change -> readProbe());
    }

    /** Looks for new runs, images and epochs, in the background. */
    public void refresh() {
        boolean choose = run.get() == null;
        listing.submitIfIdle(BackgroundTask.of(() -> RunChoices.read(workspace, choose))
                .onSuccess(this::merge)
                .onFailure(e -> LOG.debug("Cannot list the runs, which the page of runs tells", e)));
        readRun();
    }

    private void merge(RunChoices found) {
        if (!found.runs().equals(runs)) {
            RunChoice chosen = run.get();
            runs.setAll(found.runs());
            run.set(found.runs().contains(chosen) ? chosen : null);
        }
        if (run.get() == null) {
            run.set(found.first());
        }
    }

    /** Chooses a run. */
    public void open(RunFolder folder) {
        run.set(new RunChoice(folder, folder.info().name()));
    }

    private void runChosen() {
        compared = null;
        clear("");
        fixedRange.set(null);
        fixedError.set(null);
        readRun();
    }

    private void readRun() {
        RunChoice chosen = run.get();
        if (chosen == null) {
            return;
        }
        reading.submit(BackgroundTask.of(() -> ComparedRun.read(chosen.folder(), workspace))
                .onSuccess(read -> {
                    if (chosen.equals(run.get())) {
                        take(read);
                    }
                })
                .onFailure(e -> {
                    if (chosen.equals(run.get())) {
                        compared = null;
                        clear(e instanceof UserException user ? user.sentence() : "Cannot read the run: " + e);
                    }
                }));
    }

    /** A slider at the newest epoch stays at the newest. */
    private void take(ComparedRun read) {
        if (read.equals(compared)) {
            return;
        }
        boolean first = compared == null;
        Integer before = epoch();
        boolean following = first || epochIndex.get() == epochs.size() - 1;
        compared = read;
        settling = true;
        String wanted = id.get();
        if (!ids.equals(read.ids())) {
            ids.setAll(read.ids());
        }
        id.set(
                read.ids().contains(wanted)
                        ? wanted
                        : read.ids().isEmpty() ? null : read.ids().get(0));
        if (!epochs.equals(read.epochs())) {
            epochs.setAll(read.epochs());
        }
        int kept = following || before == null ? -1 : read.epochs().indexOf(before);
        epochIndex.set(kept >= 0 ? kept : read.epochs().size() - 1);
        settling = false;
        panes.get(Pane.STUDENT).setTitle(read.distilled() ? "Student" : "Prediction");
        panes.get(Pane.TEACHER)
                .setTitle(read.teacher().isThere() ? "Teacher, epoch " + read.teacherEpoch() : Pane.TEACHER.title());
        paint();
    }

    private void paint() {
        if (settling || compared == null) {
            return;
        }
        if (id.get() == null || epoch() == null) {
            clear(NO_SAMPLES);
            return;
        }
        Choice choice = new Choice(compared, id.get(), epoch(), colourMap.get(), fixedRange.get(), fixedError.get());
        painting.submit(BackgroundTask.of(() -> Painted.of(choice, files))
                .onSuccess(this::show)
                .onFailure(notices::error));
    }

    private void clear(String reason) {
        painted.set(null);
        probe.set(null);
        panes.values().forEach(pane -> pane.setContent(Found.missing(reason)));
    }

    private void show(Painted result) {
        if (compared == null
                || !result.choice().run().folder().id().equals(compared.folder().id())) {
            return;
        }
        int[] size = result.comparison().size();
        view.setImageSize(size[0], size[1]);
        painted.set(result);
        result.rasters().forEach((pane, raster) -> panes.get(pane).setContent(raster));
        readProbe();
    }

    private void readProbe() {
        Painted now = painted.get();
        Probe reading = now == null
                ? null
                : view.probe().map(pixel -> Probe.at(pixel, now.comparison())).orElse(null);
        if (Objects.equals(reading, probe.get())) {
            return;
        }
        probe.set(reading);
        boolean none = reading == null;
        panes.get(Pane.TRUTH).setValue(none ? "" : Numbers.metres(reading.truth()));
        panes.get(Pane.STUDENT).setValue(none ? "" : Numbers.metres(reading.student()));
        panes.get(Pane.TEACHER).setValue(none ? "" : Numbers.metres(reading.teacher()));
        panes.get(Pane.ERROR).setValue(none ? "" : Numbers.metres(reading.absoluteError()));
        panes.get(Pane.MASK).setValue(none ? "" : reading.valid() ? "valid" : "invalid");
    }

    /** The chosen epoch, null if there is none. */
    public Integer epoch() {
        int index = epochIndex.get();
        return index >= 0 && index < epochs.size() ? epochs.get(index) : null;
    }

    /** Goes to a later (or with a negative number earlier) epoch that has samples. */
    public void stepEpoch(int by) {
        if (!epochs.isEmpty()) {
            epochIndex.set(Math.max(0, Math.min(epochs.size() - 1, epochIndex.get() + by)));
        }
    }

    /** Goes to a later or earlier image. */
    public void stepImage(int by) {
        if (!ids.isEmpty()) {
            int index = Math.max(0, Math.min(ids.size() - 1, ids.indexOf(id.get()) + by));
            id.set(ids.get(index));
        }
    }

    /** The file of a preview image of the chosen run. */
    Path picture(String image) {
        return compared.samples().rgb(image);
    }

    /** Runs that can be chosen, newest first. */
    public ObservableList<RunChoice> runs() {
        return runs;
    }

    public ObjectProperty<RunChoice> runProperty() {
        return run;
    }

    /** Preview images of the run. */
    public ObservableList<String> ids() {
        return ids;
    }

    public StringProperty idProperty() {
        return id;
    }

    /** Epochs with samples. */
    public ObservableList<Integer> epochs() {
        return epochs;
    }

    /** Index into {@link #epochs()}, -1 if there are none. */
    public IntegerProperty epochIndexProperty() {
        return epochIndex;
    }

    /** One of {@link dev.fathom.core.ColorMap#NAMES}. */
    public StringProperty colourMapProperty() {
        return colourMap;
    }

    /** The range that the user set, null for the ground truth's percentiles. */
    public ObjectProperty<DepthRange> fixedRangeProperty() {
        return fixedRange;
    }

    /** The end of the error's colours that the user set, null for a quarter of the range. */
    public ObjectProperty<Double> fixedErrorProperty() {
        return fixedError;
    }

    public SyncView view() {
        return view;
    }

    public PaneViewModel pane(Pane pane) {
        return panes.get(pane);
    }

    ReadOnlyObjectProperty<Painted> paintedProperty() {
        return painted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Probe> probeProperty() {
        return probe.getReadOnlyProperty();
    }
}

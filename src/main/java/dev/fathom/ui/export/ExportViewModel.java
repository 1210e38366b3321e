package dev.fathom.ui.export;

import dev.fathom.device.ShellQuote;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.FolderStamp;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.JobList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The page of exports: which run, which formats and options, what came of it. View model: no nodes. */
public final class ExportViewModel {
    private static final String VERB = "export";
    private static final String RESULT = "Its files are on the page of exports, and in the run's export folder";

    private final Workspace workspace;
    private final JobList jobs;
    private final Notices notices;
    private final LatestTask runReads;
    private final LatestTask fileReads;
    private final ObservableList<ExportableRun> runs = FXCollections.observableArrayList();
    private final ObjectProperty<ExportableRun> run = new SimpleObjectProperty<>();
    private final ObjectProperty<ExportSettings> settings = new SimpleObjectProperty<>(ExportSettings.DEFAULT);
    private final ObservableList<ExportedFile> files = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private FolderStamp shown;
    private String wanted;

    public ExportViewModel(Workspace workspace, JobList jobs, TaskExecutor executor, Notices notices) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.notices = notices;
        this.runReads = new LatestTask(executor);
        this.fileReads = new LatestTask(executor);
        run.addListener((property, before, now) -> {
            shown = null;
            files.clear();
            readFiles();
            updateObstacle();
        });
        settings.addListener(change -> updateObstacle());
        jobs.jobs().addListener((ListChangeListener<JobItem>) change -> {
            updateObstacle();
            readFiles();
        });
        updateObstacle();
    }

    /** Reads which runs and files there are. */
    public void refresh() {
        runReads.submitIfIdle(BackgroundTask.of(() -> ExportableRun.list(workspace))
                .onSuccess(this::showRuns)
                .onFailure(notices::error));
        readFiles();
    }

    private void showRuns(List<ExportableRun> found) {
        if (!found.equals(runs)) {
            ExportableRun before = run.get();
            runs.setAll(found);
            run.set(before == null ? null : byId(before.id()).orElse(null));
        }
        if (wanted != null) {
            byId(wanted).ifPresent(run::set);
            wanted = null;
        }
        if (run.get() == null && !found.isEmpty()) {
            run.set(found.get(0));
        }
        loaded.set(true);
        updateObstacle();
    }

    private void readFiles() {
        ExportableRun chosen = run.get();
        if (chosen != null) {
            FolderStamp known = shown;
            fileReads.submitIfIdle(BackgroundTask.of(() -> read(chosen.folder(), known))
                    .onSuccess(listing -> listing.ifPresent(found -> show(chosen, found)))
                    .onFailure(notices::error));
        }
    }

    private record Listing(FolderStamp stamp, List<ExportedFile> files) {}

    private static Optional<Listing> read(RunFolder folder, FolderStamp known) throws IOException {
        FolderStamp stamp = FolderStamp.of(folder.export());
        return stamp.equals(known) ? Optional.empty() : Optional.of(new Listing(stamp, ExportedFile.of(folder)));
    }

    private void show(ExportableRun whose, Listing listing) {
        if (whose.equals(run.get())) {
            shown = listing.stamp();
            files.setAll(listing.files());
        }
    }

    private void updateObstacle() {
        obstacle.set(findObstacle());
    }

    private String findObstacle() {
        if (run.get() == null) {
            return loaded.get() ? "No run has weights yet" : "Looking for runs";
        }
        if (isExporting()) {
            return "This run is being exported";
        }
        return settings.get().problem().orElse("");
    }

    private boolean isExporting() {
        String folder = run.get().folder().path().toString();
        return jobs.jobs().stream()
                .anyMatch(job -> job.arguments().size() > 1
                        && job.arguments().get(0).equals(VERB)
                        && job.arguments().get(1).equals(folder));
    }

    /** Starts the export, if nothing stands against it. */
    public void export() {
        if (obstacle.get().isEmpty()) {
            jobs.start(
                    "Exporting " + run.get().name(),
                    settings.get().arguments(run.get().folder()),
                    RESULT);
        }
    }

    /** The same export as a command for a terminal; empty without a run. */
    public String command() {
        if (run.get() == null) {
            return "";
        }
        StringBuilder command = new StringBuilder("fathom");
        for (String argument : settings.get().arguments(run.get().folder())) {
            command.append(' ').append(ShellQuote.readable(argument));
        }
        return command.toString();
    }

    /** Chooses a run, for example one that another page shows. */
    public void open(RunFolder folder) {
        wanted = folder.id();
        refresh();
    }

    private Optional<ExportableRun> byId(String id) {
        return runs.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Runs with weights, newest first. */
    public ObservableList<ExportableRun> runs() {
        return runs;
    }

    public ObjectProperty<ExportableRun> runProperty() {
        return run;
    }

    public ObjectProperty<ExportSettings> settingsProperty() {
        return settings;
    }

    /** The chosen run's exported files. */
    public ObservableList<ExportedFile> files() {
        return files;
    }

    /** Why an export cannot be started now, as a sentence; empty if it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** True once the workspace has been read. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public JobList jobs() {
        return jobs;
    }
}

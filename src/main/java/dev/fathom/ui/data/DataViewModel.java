package dev.fathom.ui.data;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import dev.fathom.data.check.CheckReport;
import dev.fathom.data.check.DatasetCheck;
import dev.fathom.data.check.Issue;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.desk.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page of data sets: a folder, how it is read, its pairs, and what a check found. View model: no nodes. */
public final class DataViewModel {
    private static final String RECENT = "data.recent";
    private static final int KEPT = 8;

    private final Settings memory;
    private final Errand errand;
    private final LatestTask opening;
    private final LatestTask decoding;
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<DataSettings> settings = new SimpleObjectProperty<>(DataSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<DepthDataset> data = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Split> split = new SimpleObjectProperty<>(Split.TRAIN);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Sample> samples = FXCollections.observableArrayList();
    private final ObjectProperty<Sample> sample = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<PairPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CheckReport> check = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();

    /** @param waiting where a check runs, which takes long */
    public DataViewModel(Settings memory, TaskExecutor executor, TaskExecutor waiting, Notices notices) {
        this.memory = memory;
        this.errand = new Errand(waiting, notices);
        this.opening = new LatestTask(executor);
        this.decoding = new LatestTask(executor);
        memory.recall(RECENT, "").lines().map(Path::of).forEach(recent::add);
        settings.addListener(change -> read());
        split.addListener(change -> list());
        filter.addListener(change -> list());
        sample.addListener((property, before, now) -> decode(now));
        data.addListener(change -> {
            check.set(null);
            list();
        });
    }

    /** Reads another folder as what it looks like. */
    public void open(Path chosen) {
        Path absolute = chosen.toAbsolutePath().normalize();
        folder.set(absolute);
        data.set(null);
        split.set(Split.TRAIN);
        filter.set("");
        if (settings.get().equals(DataSettings.DEFAULT)) {
            read();
        } else {
            settings.set(DataSettings.DEFAULT);
        }
    }

    private void read() {
        Path chosen = folder.get();
        if (chosen == null) {
            return;
        }
        String wrong = settings.get().problem().orElse("");
        problem.set(wrong);
        if (wrong.isEmpty()) {
            DataSettings how = settings.get();
            opening.submit(BackgroundTask.of(() -> DatasetFormats.open(chosen, how.options()))
                    .onSuccess(found -> show(chosen, how, found))
                    .onFailure(e -> fail(chosen, how, e)));
        }
    }

    private boolean isOutdated(Path chosen, DataSettings how) {
        return !chosen.equals(folder.get()) || !how.equals(settings.get());
    }

    private void show(Path chosen, DataSettings how, DepthDataset found) {
        if (isOutdated(chosen, how)) {
            return;
        }
        problem.set("");
        remember(chosen);
        if (split.get().of(found).isEmpty()) {
            for (Split other : Split.values()) {
                if (!other.of(found).isEmpty()) {
                    split.set(other);
                    break;
                }
            }
        }
        data.set(found);
    }

    private void fail(Path chosen, DataSettings how, Exception e) {
        if (!isOutdated(chosen, how)) {
            data.set(null);
            problem.set(sentence(e));
        }
    }

    private static String sentence(Exception e) {
        if (e instanceof UserException told) {
            return told.sentence();
        }
        throw new IllegalStateException(e);
    }

    private void remember(Path chosen) {
        recent.remove(chosen);
        recent.add(0, chosen);
        if (recent.size() > KEPT) {
            recent.remove(KEPT, recent.size());
        }
        memory.remember(
                RECENT, String.join("\n", recent.stream().map(Path::toString).toList()));
    }

    private void list() {
        String before = sample.get() == null ? null : sample.get().stem();
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<Sample> all = data.get() == null ? List.of() : split.get().of(data.get());
        List<Sample> found = wanted.isEmpty()
                ? all
                : all.stream()
                        .filter(one -> one.stem().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
        samples.setAll(found);
        sample.set(found.stream()
                .filter(one -> one.stem().equals(before))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0)));
    }

    private void decode(Sample now) {
        if (now == null) {
            preview.set(null);
            return;
        }
        decoding.submit(BackgroundTask.of(() -> PairPreview.of(now)).onSuccess(decoded -> {
            if (decoded.sample().equals(sample.get())) {
                preview.set(decoded);
            }
        }));
    }

    /** Reads every file once and shows what is wrong; changes nothing on the disk. */
    public void check() {
        DepthDataset checked = data.get();
        if (checked != null) {
            errand.begin(
                    "Checking " + checked.root().getFileName(),
                    monitor -> DatasetCheck.run(checked, monitor),
                    report -> {
                        if (checked == data.get()) {
                            check.set(report);
                        }
                    });
        }
    }

    /** Chooses the pair that an issue is about; false if it is about no pair that is listed. */
    public boolean choose(Issue issue) {
        for (Split one : Split.values()) {
            if (one.title().equals(issue.split())) {
                filter.set("");
                split.set(one);
                return samples.stream()
                        .filter(found -> found.stem().equals(issue.stem()))
                        .findFirst()
                        .map(found -> {
                            sample.set(found);
                            return true;
                        })
                        .orElse(false);
            }
        }
        return false;
    }

    /** The folder, or null before the first. */
    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    public ObjectProperty<DataSettings> settingsProperty() {
        return settings;
    }

    /** What the folder holds; null while it is read or if it cannot be. */
    public ReadOnlyObjectProperty<DepthDataset> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** Why the folder cannot be read, as a sentence; empty if it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ObjectProperty<Split> splitProperty() {
        return split;
    }

    /** Part of the names that are listed. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** What is listed. */
    public ObservableList<Sample> samples() {
        return samples;
    }

    public ObjectProperty<Sample> sampleProperty() {
        return sample;
    }

    /** The chosen pair's pixels; null until they are decoded. */
    public ReadOnlyObjectProperty<PairPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What the last check of this data set found, or null. */
    public ReadOnlyObjectProperty<CheckReport> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Folders that were opened before, newest first. */
    public ObservableList<Path> recent() {
        return recent;
    }

    /** A check that goes on. */
    public Errand errand() {
        return errand;
    }
}

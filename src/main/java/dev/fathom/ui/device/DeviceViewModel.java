package dev.fathom.ui.device;

import dev.fathom.device.bench.DeviceLook;
import dev.fathom.device.bench.LatencyResult;
import dev.fathom.device.discovery.FoundMachine;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.desk.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page of devices: where, which models, how, and what was measured so far. View model: no nodes. */
public final class DeviceViewModel {
    private final Workspace workspace;
    private final Bench bench;
    private final Histories histories;
    private final Places places;
    private final Notices notices;
    private final Errand errand;
    private final LatestTask reads;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.HERE);
    private final ObjectProperty<MeasureSettings> settings = new SimpleObjectProperty<>(MeasureSettings.DEFAULT);
    private final ObservableList<ModelChoice> models = FXCollections.observableArrayList();
    private final ObservableList<ModelChoice> chosen = FXCollections.observableArrayList();
    private final Set<ModelChoice> added = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<DeviceLook> look = new ReadOnlyObjectWrapper<>();
    private final ObservableList<PastMeasurement> history = FXCollections.observableArrayList();
    private final ObservableList<LatencyReport> results = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");

    /** @param waiting where work with devices runs, which takes long and may wait for answers */
    public DeviceViewModel(
            Workspace workspace,
            Bench bench,
            Settings memory,
            TaskExecutor executor,
            TaskExecutor waiting,
            Notices notices) {
        this.workspace = workspace;
        this.bench = bench;
        this.histories = new Histories(workspace);
        this.places = new Places(memory);
        this.notices = notices;
        this.errand = new Errand(waiting, notices);
        this.reads = new LatestTask(executor);
        place.addListener((property, before, now) -> {
            look.set(null);
            updateObstacle();
        });
        settings.addListener(change -> updateObstacle());
        chosen.addListener((InvalidationListener) change -> updateObstacle());
        models.addListener((InvalidationListener) change -> updateObstacle());
        errand.busyProperty().addListener(change -> updateObstacle());
        updateObstacle();
    }

    private record Found(List<ModelChoice> models, List<PastMeasurement> history) {}

    /** Reads which models and measurements there are. */
    public void refresh() {
        reads.submitIfIdle(BackgroundTask.of(() -> new Found(ModelChoice.list(workspace), histories.all()))
                .onSuccess(this::show)
                .onFailure(notices::error));
    }

    private void show(Found found) {
        Map<Path, ModelChoice> all = new LinkedHashMap<>();
        added.forEach(model -> all.put(model.file(), model));
        // A file may be added before it is known to be a run's.
        found.models().forEach(model -> all.put(model.file(), model));
        if (!List.copyOf(all.values()).equals(models)) {
            List<Path> wanted = chosen.stream().map(ModelChoice::file).toList();
            models.setAll(all.values());
            chosen.setAll(models.filtered(model -> wanted.contains(model.file())));
        }
        if (!found.history().equals(history)) {
            history.setAll(found.history());
        }
    }

    private void updateObstacle() {
        if (errand.busyProperty().get()) {
            obstacle.set(errand.titleProperty().get());
        } else if (chosen.isEmpty()) {
            obstacle.set(models.isEmpty() ? "Export a run, or add a .tflite file" : "Choose at least one model");
        } else {
            obstacle.set(settings.get().problem().orElse(""));
        }
    }

    /** Connects and shows what the device is. */
    public void test() {
        Place where = place.get();
        errand.begin(
                "Looking at " + where.title(), monitor -> bench.look(where, monitor), found -> showLook(where, found));
    }

    private void showLook(Place where, DeviceLook found) {
        if (where.equals(place.get())) {
            showLook(found);
        }
    }

    /** Shows what the chosen place is. */
    void showLook(DeviceLook found) {
        look.set(found);
    }

    /** Measures the chosen models. */
    public void measure() {
        if (!obstacle.get().isEmpty()) {
            return;
        }
        Place where = place.get();
        List<Path> files = chosen.stream().map(ModelChoice::file).toList();
        var options = settings.get().options();
        DeviceLook[] seen = new DeviceLook[1];
        errand.begin(
                "Measuring on " + where.title(),
                monitor -> bench.measure(where, files, options, found -> seen[0] = found, monitor),
                measured -> {
                    showLook(where, seen[0]);
                    showResults(measured);
                });
    }

    private void showResults(List<LatencyResult> measured) {
        results.setAll(measured.stream().map(LatencyResult::report).toList());
        refresh();
        long wrong = results.stream().filter(report -> !report.outputAccepted()).count();
        if (wrong > 0) {
            notices.error(
                    wrong + " of " + results.size() + " measurements gave a wrong output",
                    "Their times do not count; look at the column Output");
        }
    }

    /** Searches the network and adds what answers to the places. */
    public void find() {
        errand.begin("Searching the network", bench::find, this::addFound);
    }

    private void addFound(List<FoundMachine> machines) {
        for (FoundMachine machine : machines) {
            places.add(machine.host() + (machine.port() == 22 ? "" : ":" + machine.port()));
        }
        if (machines.isEmpty()) {
            notices.inform(
                    "No machine has answered in this network", "Add it by name or address; it needs an SSH server");
        } else {
            notices.inform(
                    machines.size() + (machines.size() == 1 ? " machine has" : " machines have") + " answered",
                    "Write user@host where the user name differs from yours here");
        }
    }

    /** Adds a place and chooses it. */
    public void add(String host) {
        place.set(places.add(host));
    }

    /** Forgets a place. */
    public void remove() {
        Place gone = place.get();
        if (!gone.isHere()) {
            place.set(Place.HERE);
            places.remove(gone);
        }
    }

    /** Adds a model file from anywhere and chooses it alone. */
    public void open(Path model) {
        ModelChoice choice = models.stream()
                .filter(one -> one.file().equals(model))
                .findFirst()
                .orElse(new ModelChoice(model, ""));
        added.add(choice);
        if (!models.contains(choice)) {
            models.add(0, choice);
        }
        chosen.setAll(List.of(choice));
    }

    public ObservableList<Place> places() {
        return places.all();
    }

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    public ObjectProperty<MeasureSettings> settingsProperty() {
        return settings;
    }

    /** Everything that can be measured. */
    public ObservableList<ModelChoice> models() {
        return models;
    }

    /** What shall be measured; the page changes it. */
    public ObservableList<ModelChoice> chosen() {
        return chosen;
    }

    /** The chosen place as it was last seen, or null. */
    public ReadOnlyObjectProperty<DeviceLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** What was measured last. */
    public ObservableList<LatencyReport> results() {
        return results;
    }

    /** All measurements of the workspace's runs, newest first. */
    public ObservableList<PastMeasurement> history() {
        return history;
    }

    /** Why nothing can be measured now; empty if it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** What is being done with a device. */
    public Errand errand() {
        return errand;
    }
}

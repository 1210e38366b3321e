package dev.fathom.ui.compare;

import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.image.SyncView;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The numbers of what is shown: at the pointed pixel, and of the errors of the whole image. View model: no nodes. */
final class Readings {
    private final SyncView view;
    private final PanesViewModel panes;
    private final LatestTask counting;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Probe> probe = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Statistics> statistics = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);
    private Shown shown;

    Readings(SyncView view, PanesViewModel panes, TaskExecutor executor, Notices notices) {
        this.view = view;
        this.panes = panes;
        this.counting = new LatestTask(executor);
        this.notices = notices;
        view.revisionProperty().addListener(change -> readPixel());
        wanted.addListener(change -> count());
    }

    /** Reads and counts anew. */
    void show(Shown now) {
        shown = now;
        readPixel();
        count();
    }

    /** There is nothing to read. */
    void clear() {
        shown = null;
        probe.set(null);
        statistics.set(null);
    }

    private void readPixel() {
        Shown now = shown;
        Probe reading = now == null
                ? null
                : view.probe()
                        .map(pixel -> Probe.at(pixel, now.painted().comparison()))
                        .orElse(null);
        probe.set(reading);
        panes.all().forEach(pane -> pane.read(reading));
    }

    private void count() {
        Shown now = shown;
        if (now == null || !wanted.get()) {
            return;
        }
        counting.submit(BackgroundTask.of(() -> Statistics.of(now.painted()))
                .onSuccess(counted -> {
                    if (shown != null) {
                        statistics.set(counted);
                    }
                })
                .onFailure(notices::error));
    }

    /** Whether they are looked at; the errors of the whole image are counted only then. */
    BooleanProperty wantedProperty() {
        return wanted;
    }

    /** At the pointed pixel, null if there is none. */
    ReadOnlyObjectProperty<Probe> probeProperty() {
        return probe.getReadOnlyProperty();
    }

    /** Of the errors, null if there is nothing. */
    ReadOnlyObjectProperty<Statistics> statisticsProperty() {
        return statistics.getReadOnlyProperty();
    }
}

package dev.fathom.ui.base;

import dev.fathom.core.Monitor;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Something of a page's own that takes long, one thing at a time, with its progress and a way to stop it. */
public final class Errand implements LongWork {
    private static final double UNKNOWN = -1;

    private final TaskExecutor executor;
    private final Notices notices;
    private final Latest<Progress> latest = new Latest<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private volatile boolean cancelled;

    private record Progress(String stage, long done, long total) {}

    /** Work that may take long and asks its monitor. */
    @FunctionalInterface
    public interface Work<V> {
        V run(Monitor monitor) throws Exception;
    }

    public Errand(TaskExecutor executor, Notices notices) {
        this.executor = executor;
        this.notices = notices;
    }

    /** Begins, unless something is being done already; a failure becomes a notice. */
    public <V> void begin(String what, Work<V> work, Consumer<V> whenDone) {
        if (busy.get()) {
            return;
        }
        cancelled = false;
        stopping.set(false);
        title.set(what);
        stage.set("Starting");
        fraction.set(UNKNOWN);
        busy.set(true);
        BackgroundTask.of(() -> work.run(new PageMonitor()))
                .onSuccess(whenDone)
                .onFailure(e -> tell(what, e))
                .onFinished(() -> busy.set(false))
                .executeWith(executor);
    }

    private void tell(String what, Exception e) {
        if (e instanceof CancellationException) {
            notices.inform(what + " was stopped", "Nothing was kept of it");
        } else {
            notices.error(e);
        }
    }

    private final class PageMonitor implements Monitor {
        @Override
        public void progress(String now, long done, long total) {
            latest.publish(new Progress(now, done, total));
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** Shows what has been reported since the last call. */
    public void poll() {
        latest.drain(p -> {
            if (busy.get() && !cancelled) {
                stage.set(title.get().startsWith(p.stage()) ? "" : p.stage());
                fraction.set(p.total() > 0 ? Math.min(1, p.done() / (double) p.total()) : UNKNOWN);
            }
        });
    }

    @Override
    public void stop() {
        if (busy.get()) {
            cancelled = true;
            stopping.set(true);
            stage.set("Stopping");
        }
    }

    @Override
    public String leaves() {
        return "nothing of it is kept";
    }

    @Override
    public String title() {
        return title.get();
    }

    @Override
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is being done, for people. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }
}

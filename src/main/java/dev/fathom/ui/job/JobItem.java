package dev.fathom.ui.job;

import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerMessage.Progress;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.ui.base.Latest;
import dev.fathom.ui.base.LongWork;
import dev.fathom.ui.base.Numbers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One worker as the window shows it. */
public final class JobItem implements LongWork {
    private static final double UNKNOWN = -1;
    private static final Set<String> TRAINING = Set.of("resume", "quickstart", "study");

    private final String title;
    private final List<String> arguments;
    private final Consumer<WorkerResult> onEnd;
    private final Instant started = Instant.now();
    private final Latest<Progress> progress = new Latest<>();
    private final Latest<WorkerResult> result = new Latest<>();
    private final Latest<Throwable> refusal = new Latest<>();
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("Starting");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private Workers.Handle handle;

    /** @param onEnd told how the worker ends */
    JobItem(String title, List<String> arguments, Consumer<WorkerResult> onEnd) {
        this.title = title;
        this.arguments = List.copyOf(arguments);
        this.onEnd = onEnd;
    }

    Consumer<WorkerResult> onEnd() {
        return onEnd;
    }

    void startWith(Workers workers) {
        follow(listener -> workers.start(arguments, listener));
    }

    /** @param worker makes the handle of the worker that reports to the given listener */
    void follow(Function<WorkerListener, Workers.Handle> worker) {
        handle = worker.apply(progress::publish);
        handle.result().thenAccept(result::publish);
    }

    @Override
    public String title() {
        return title;
    }

    /** Its command line. */
    public List<String> arguments() {
        return arguments;
    }

    /** True if it trains, by itself or with workers of its own. What trains is found again by another window. */
    public boolean trains() {
        return TRAINING.contains(arguments.get(0));
    }

    /** Since when it is in the list. */
    public Instant started() {
        return started;
    }

    @Override
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    @Override
    public void stop() {
        if (!stopping.get()) {
            stopping.set(true);
            stage.set("Stopping");
            message.set("Saving what was done so far");
            handle.cancel().exceptionally(e -> {
                refusal.publish(e instanceof CompletionException ? e.getCause() : e);
                return null;
            });
        }
    }

    /** @param told given why the worker could not be asked to stop, if so; it may be asked again */
    void tellRefusal(Consumer<Throwable> told) {
        refusal.drain(e -> {
            stopping.set(false);
            told.accept(e);
        });
    }

    @Override
    public String leaves() {
        return "what was done so far is kept and can be continued";
    }

    void keepRunning() {
        handle.detach();
    }

    /** Shows the newest progress and returns the result if the worker has ended, else null. */
    WorkerResult update() {
        progress.drain(this::show);
        WorkerResult[] ended = new WorkerResult[1];
        result.drain(value -> ended[0] = value);
        return ended[0];
    }

    /** A stage without what the title says already: nothing of "Training small" in "Training small". */
    private String newIn(String stageText) {
        String subject = title.substring(title.indexOf(' ') + 1);
        String rest = stageText.endsWith(" " + subject)
                ? stageText.substring(0, stageText.length() - subject.length() - 1)
                : stageText;
        return title.startsWith(rest) ? "" : rest;
    }

    private void show(Progress p) {
        fraction.set(p.total() > 0 ? Math.min(1, p.done() / (double) p.total()) : UNKNOWN);
        if (stopping.get()) {
            return;
        }
        stage.set(newIn(p.stage()));
        String left = p.secondsLeft() >= 0 ? Numbers.duration(p.secondsLeft()) + " left" : "";
        String separator = p.message().isEmpty() || left.isEmpty() ? "" : "  ·  ";
        message.set(p.message() + separator + left);
    }
}

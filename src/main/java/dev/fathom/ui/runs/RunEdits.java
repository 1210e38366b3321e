package dev.fathom.ui.runs;

import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.Prompt;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.job.RunQueue;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes to runs that are not training: name, tags, note, copies. Files are written in the background. */
public final class RunEdits {
    private final Desk desk;
    private final Runnable changed;

    /** @param changed called after each change */
    RunEdits(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    public void rename(RunSummary run) {
        desk.dialogs()
                .prompt(new Prompt(
                        "Rename " + run.name(),
                        "The folder keeps its name",
                        run.name(),
                        "Rename",
                        text -> text.isEmpty() ? "A run needs a name" : "",
                        text -> update(run, info -> info.named(text))));
    }

    public void tag(RunSummary run) {
        desk.dialogs()
                .prompt(new Prompt(
                        "Tags of " + run.name(),
                        "Words, with commas between them",
                        String.join(", ", run.tags()),
                        "Save",
                        text -> "",
                        text -> update(run, info -> info.tagged(words(text)))));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    public void note(RunSummary run) {
        desk.dialogs()
                .prompt(new Prompt(
                        "Note on " + run.name(),
                        "What you want to remember about this run",
                        run.info().notes(),
                        "Save",
                        text -> "",
                        text -> update(run, info -> info.noted(text))));
    }

    private void update(RunSummary run, UnaryOperator<RunInfo> change) {
        perform(BackgroundTask.run(() -> run.folder().update(change)));
    }

    private void perform(BackgroundTask<?> task) {
        task.onFailure(desk.notices()::error).onFinished(changed).executeWith(desk.executor());
    }

    /** Opens the configuration as a new experiment, or, without that page, queues a copy. */
    public void cloneRun(RunSummary run) {
        if (desk.navigation().has(PageId.EXPERIMENT)) {
            BackgroundTask.of(() -> renamed(run))
                    .onSuccess(config -> desk.navigation().go(new Destination.NewExperiment(config)))
                    .onFailure(desk.notices()::error)
                    .executeWith(desk.executor());
        } else {
            queueCopy(run);
        }
    }

    /** The configuration of a run under a name that no run has. */
    private RunConfig renamed(RunSummary run) throws IOException {
        Set<String> taken = desk.workspace().list().stream()
                .filter(entry -> entry.info() != null)
                .map(entry -> entry.info().name())
                .collect(Collectors.toSet());
        String name = CopyName.of(run.name(), taken);
        return ConfigOverrides.apply(run.folder().readConfig(), Map.of("name", Json.line(name)));
    }

    /** Puts a run with the same configuration into the queue. */
    public void queueCopy(RunSummary run) {
        BackgroundTask.of(() -> copy(run))
                .onSuccess(copy -> {
                    desk.queue().add(copy.folder(), copy.name());
                    desk.notices()
                            .inform(copy.name() + " is in the queue", "It has the configuration of " + run.name());
                })
                .onFailure(desk.notices()::error)
                .onFinished(changed)
                .executeWith(desk.executor());
    }

    private RunQueue.Waiting copy(RunSummary run) throws IOException {
        RunConfig config = renamed(run);
        RunFolder folder = RunFolder.create(desk.workspace().runs(), config, run.id(), Clock.systemUTC());
        return new RunQueue.Waiting(folder, config.name());
    }
}

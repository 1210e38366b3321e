package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Chain;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Has a worker check a configuration and make its run folder, and puts the run into the queue. */
final class Launch {
    private final Desk desk;
    private final Consumer<UserException> onRefused;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param onRefused told why the worker will not have it */
    Launch(Desk desk, Consumer<UserException> onRefused) {
        this.desk = desk;
        this.onRefused = onRefused;
    }

    /** Starts the last of a chain and before it what it needs. */
    void start(Chain chain) {
        busy.set(true);
        RunConfig config = chain.links().get(chain.links().size() - 1).config();
        BackgroundTask.of(() -> written(config.toYaml()))
                .onSuccess(file -> check(config.name(), arguments(chain, file)))
                .onFailure(e -> {
                    busy.set(false);
                    desk.notices().error(e);
                })
                .executeWith(desk.executor());
    }

    private static Path written(String yaml) throws IOException {
        Path file = Files.createTempFile("fathom-experiment-", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, yaml);
    }

    private List<String> arguments(Chain chain, Path file) {
        String workspace = desk.workspace().root().toString();
        List<String> arguments =
                new ArrayList<>(List.of("train", file.toString(), "--workspace", workspace, "--later"));
        if (!chain.isSingle()) {
            arguments.add("--with-needs");
        }
        for (Chain.Link link : ChainDraft.before(chain)) {
            arguments.add("--epochs-of");
            arguments.add(link.preset() + "=" + link.config().training().epochs());
        }
        return arguments;
    }

    private void check(String name, List<String> arguments) {
        if (!desk.jobs().start("Checking " + name, arguments, result -> ended(name, result))) {
            busy.set(false);
        }
    }

    private void ended(String name, WorkerResult result) {
        busy.set(false);
        if (result instanceof WorkerResult.Success success) {
            List<RunFolder> runs = new ArrayList<>();
            success.value().get("value").get("runs").forEach(path -> runs.add(RunFolder.open(Path.of(path.asText()))));
            queue(name, runs);
        } else if (result instanceof WorkerResult.Failed failed) {
            onRefused.accept(new UserException(failed.what(), failed.remedy()));
        }
    }

    private void queue(String name, List<RunFolder> runs) {
        RunFolder first = runs.get(0);
        boolean waits = !desk.queue().hasRoom();
        runs.forEach(run -> desk.queue().add(run, run.info().name()));
        String what = runs.size() == 1
                ? name + (waits ? " waits for its turn" : " starts")
                : runs.size() + " runs are queued, " + name + " is the last";
        desk.notices()
                .offer(
                        what,
                        runs.size() == 1
                                ? "Its curves are on the page of runs"
                                : first.info().name() + (waits ? " waits for its turn" : " starts"),
                        "Show it",
                        () -> desk.navigation().go(new Destination.ShownRun(first)));
    }

    /** True from the start until the run is queued or refused. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}

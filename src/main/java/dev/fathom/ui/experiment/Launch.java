package dev.fathom.ui.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.RunFolder;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    void start(String name, String yaml) {
        busy.set(true);
        BackgroundTask.of(() -> written(yaml))
                .onSuccess(file -> check(name, file))
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

    private void check(String name, Path file) {
        String workspace = desk.workspace().root().toString();
        List<String> arguments = List.of("train", file.toString(), "--workspace", workspace, "--later");
        if (!desk.jobs().start("Checking " + name, arguments, result -> ended(name, result))) {
            busy.set(false);
        }
    }

    private void ended(String name, WorkerResult result) {
        busy.set(false);
        if (result instanceof WorkerResult.Success success) {
            JsonNode prepared = success.value().get("value");
            queue(name, RunFolder.open(Path.of(prepared.get("run").asText())));
        } else if (result instanceof WorkerResult.Failed failed) {
            onRefused.accept(new UserException(failed.what(), failed.remedy()));
        }
    }

    private void queue(String name, RunFolder run) {
        desk.queue().add(run, name);
        boolean waits = desk.queue().contains(run);
        desk.notices()
                .offer(
                        name + (waits ? " waits for its turn" : " has started"),
                        "Its curves are on the page of runs",
                        "Show it",
                        () -> desk.navigation().go(new Destination.ShownRun(run)));
    }

    /** True from the start until the run is queued or refused. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}

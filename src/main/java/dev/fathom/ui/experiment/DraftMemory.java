package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.desk.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps what stands in the form from one window to the next, in {@code experiment.json} of the workspace. */
final class DraftMemory {
    private final Path file;
    private final Desk desk;
    private final LatestTask saving;
    private boolean failed;

    private DraftMemory(Desk desk) {
        this.desk = desk;
        file = desk.workspace().root().resolve("experiment.json");
        saving = new LatestTask(desk.executor());
    }

    /** Fills the form as it was left, and writes every change of it from now on. */
    static void connect(Desk desk, ExperimentViewModel model) {
        DraftMemory memory = new DraftMemory(desk);
        BackgroundTask.of(memory::read)
                .onSuccess(kept -> kept.ifPresent(model::restore))
                .onFailure(desk.notices()::error)
                .executeWith(desk.executor());
        model.editProperty().addListener((property, before, now) -> memory.write(now));
    }

    /** Nothing if nothing was kept. */
    private Optional<Edit> read() {
        try {
            return Files.exists(file) ? Optional.of(Json.readFile(file, Edit.class)) : Optional.empty();
        } catch (UserException e) {
            throw new UserException("What stood in the form cannot be read: " + e.what(), "The form begins empty", e);
        }
    }

    private void write(Edit edit) {
        saving.submit(BackgroundTask.run(() -> write(file, edit)).onFailure(this::tellOnce));
    }

    private static void write(Path file, Edit edit) throws IOException {
        Files.createDirectories(file.getParent());
        Json.writeFile(file, edit);
    }

    /** A full disk would be told of at every key. */
    private void tellOnce(Throwable e) {
        if (!failed) {
            failed = true;
            desk.notices().error(e);
        }
    }
}

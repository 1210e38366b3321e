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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what stands in the form from one window to the next, in {@code experiment.json} of the workspace. */
final class DraftMemory {
    private static final Logger LOG = LoggerFactory.getLogger(DraftMemory.class);

    private final Path file;
    private final Desk desk;
    private final LatestTask saving;
    private boolean failed;
    /** As the form is, null as long as nobody has changed it. */
    private volatile Edit newest;
    /** What stands in the file of that. */
    private Edit written;

    private DraftMemory(Desk desk) {
        this.desk = desk;
        file = desk.workspace().root().resolve("experiment.json");
        saving = new LatestTask(desk.executor());
    }

    /** Fills the form as it was left, and writes every change of it from now on. */
    static DraftMemory connect(Desk desk, ExperimentViewModel model) {
        DraftMemory memory = new DraftMemory(desk);
        BackgroundTask.of(memory::read)
                .onSuccess(kept -> kept.ifPresent(model::restore))
                .onFailure(desk.notices()::error)
                .executeWith(desk.executor());
        model.editProperty().addListener((property, before, now) -> memory.keep(now));
        return memory;
    }

    /** Nothing if nothing was kept. */
    private Optional<Edit> read() {
        try {
            return Files.exists(file) ? Optional.of(Json.readFile(file, Edit.class)) : Optional.empty();
        } catch (UserException e) {
            throw new UserException("What stood in the form cannot be read: " + e.what(), "The form begins empty", e);
        }
    }

    private void keep(Edit edit) {
        newest = edit;
        saving.submit(BackgroundTask.run(this::write).onFailure(this::tellOnce));
    }

    /** One at a time and always the newest, so that no older one is written over it. */
    private synchronized void write() throws IOException {
        Edit edit = newest;
        if (edit != written) {
            Files.createDirectories(file.getParent());
            Json.writeFile(file, edit);
            written = edit;
        }
    }

    /** Writes what is not written yet, as the window closes and nobody else will. */
    void close() {
        try {
            write();
        } catch (IOException e) {
            LOG.warn("What stands in the form could not be saved in {}", file, e);
        }
    }

    /** A full disk would be told of at every key. */
    private void tellOnce(Throwable e) {
        if (!failed) {
            failed = true;
            desk.notices().error(e);
        }
    }
}

package dev.fathom.run;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where deleted runs go: {@code trash/} of the workspace. Nothing is ever removed from there by Fathom. */
public record Trash(Workspace workspace) {
    /** A deleted run: where it was and where it lies now. */
    public record Deleted(Path from, Path now) {}

    public Path folder() {
        return workspace.root().resolve("trash");
    }

    /** @throws UserException if a process is training the run */
    public Deleted delete(RunFolder run) throws IOException {
        if (run.state() == RunState.RUNNING) {
            throw new UserException("The run " + run.id() + " is being trained", "Stop it before you delete it");
        }
        Files.createDirectories(folder());
        Path now = free(run.id());
        Files.move(run.path(), now);
        return new Deleted(run.path(), now);
    }

    private Path free(String id) {
        Path candidate = folder().resolve(id);
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = folder().resolve(id + "-" + i);
        }
        return candidate;
    }

    /** Puts a run back where it was. */
    public RunFolder restore(Deleted deleted) throws IOException {
        if (Files.exists(deleted.from())) {
            throw new UserException(
                    "There is another run in " + deleted.from(),
                    "Rename one of the two folders; yours is " + deleted.now());
        }
        Files.createDirectories(deleted.from().getParent());
        Files.move(deleted.now(), deleted.from());
        return RunFolder.open(deleted.from());
    }
}

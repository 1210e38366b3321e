package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    @TempDir
    Path root;

    @Test
    void aDeletedRunIsNotListedAndComesBackWhole() throws IOException {
        Workspace workspace = new Workspace(root);
        Trash trash = new Trash(workspace);
        RunFolder run = RunFixture.create(workspace, "student", 10, null, 0)
                .events(1)
                .state(RunState.STOPPED)
                .folder();
        long bytes = Files.size(run.events());
        Trash.Deleted first = trash.delete(run);
        assertTrue(workspace.list().isEmpty());
        assertFalse(Files.exists(run.path()));
        RunFolder again = RunFixture.create(workspace, "student", 10, null, 0).folder();
        assertEquals(run.id(), again.id());
        assertThrows(UserException.class, () -> trash.restore(first), "another run has taken the place");
        Trash.Deleted second = trash.delete(again);
        assertEquals(2, trash.folder().toFile().list().length);
        assertEquals(bytes, Files.size(trash.restore(first).events()));
        assertEquals(1, workspace.list().size());
        assertThrows(UserException.class, () -> trash.restore(second));
    }

    @Test
    void aRunInTrainingStays() throws IOException {
        Workspace workspace = new Workspace(root);
        RunFolder run = RunFixture.create(workspace, "student", 10, null, 0)
                .state(RunState.RUNNING)
                .folder();
        assertThrows(UserException.class, () -> new Trash(workspace).delete(run));
        assertTrue(Files.exists(run.path()));
    }
}

package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Trash;
import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs go into the trash and come back. */
class RunDeletionsTest extends RunsTestBase {
    private void letZeroWait() {
        model.queue().heldProperty().set(true);
        choose("Zero");
        model.actions().queue();
    }

    private void chooseAll(String first, String... others) {
        choose(first);
        List<String> names = List.of(others);
        model.layOver(model.list().items().stream()
                .filter(item -> names.contains(item.summary().name()))
                .toList());
    }

    @Test
    void theRunBesideADeletedOneIsChosenNext() throws IOException {
        RunFixture.create(workspace, "first", 10, null, 0).interrupted();
        for (int i = 1; i < 4; i++) {
            RunFixture.create(workspace, "run " + i, 10, null, i).state(RunState.FINISHED);
        }
        model.refresh();
        choose("run 3");
        model.deletions().delete(model.selection());
        model.refresh();
        assertEquals("run 2", model.list().selected().summary().name());
        choose("first");
        model.deletions().delete(model.selection());
        model.refresh();
        assertEquals("run 1", model.list().selected().summary().name());
    }

    @Test
    void deletedRunsComeBack() throws IOException {
        threeRuns();
        choose("student");
        model.layOver(model.list().items().stream()
                .filter(item -> item.summary().name().equals("teacher"))
                .toList());
        model.deletions().delete(model.selection());
        assertEquals(List.of("Zero"), shown());
        assertEquals("2 runs are in the trash", notices.currentProperty().get().what());
        model.deletions().undo();
        model.deletions().undo();
        assertEquals(List.of("Zero", "student", "teacher"), shown());
    }

    @Test
    void aDeletedRunThatWaitedWaitsAgainWhenItIsBack() throws IOException {
        threeRuns();
        letZeroWait();
        model.deletions().delete(model.selection());
        assertTrue(model.queue().waiting().isEmpty());
        notices.currentProperty().get().action().run().run();
        assertEquals(1, model.queue().waiting().size());
        assertEquals("The run is back", notices.currentProperty().get().what());
    }

    @Test
    void aRunThatIsBeingTrainedStaysAndTheOthersComeBackByUndo() throws IOException {
        threeRuns();
        RunFixture.create(workspace, "training", 10, null, 3).state(RunState.RUNNING);
        model.refresh();
        letZeroWait();
        chooseAll("training", "Zero", "teacher");
        model.deletions().delete(model.selection());
        assertEquals(List.of("student", "training"), shown().stream().sorted().toList());
        assertTrue(notices.currentProperty().get().what().contains("is being trained"));
        assertTrue(model.queue().waiting().isEmpty(), "what is in the trash does not wait");
        model.deletions().undo();
        assertEquals(4, shown().size());
        assertEquals("2 runs are back", notices.currentProperty().get().what());
        assertEquals(1, model.queue().waiting().size());
    }

    @Test
    void aRunThatStaysWaitsOn() throws IOException {
        threeRuns();
        letZeroWait();
        RunFolder zero = choose("Zero").summary().folder();
        Path trash = new Trash(workspace).folder();
        Files.writeString(trash, "in the way");
        model.deletions().delete(model.selection());
        assertTrue(Files.exists(zero.path()));
        assertTrue(notices.currentProperty().get().what().contains("cannot be moved into " + trash));
        assertEquals(1, model.queue().waiting().size());
    }

    @Test
    void anUndoThatFailedCanBeTriedAgain() throws IOException {
        threeRuns();
        chooseAll("student", "teacher");
        Path place = choose("teacher").summary().folder().path();
        chooseAll("student", "teacher");
        model.deletions().delete(model.selection());
        Files.createDirectory(place);
        model.deletions().undo();
        assertTrue(notices.currentProperty().get().what().contains("another run"));
        Files.delete(place);
        model.deletions().undo();
        assertEquals(List.of("Zero", "student", "teacher"), shown());
    }
}

package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.RunState;
import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs are started, stopped, resumed and wait for each other. */
class RunQueueingTest extends RunsTestBase {
    @Test
    void anInterruptedRunIsExplainedAndCanBeResumed() throws IOException {
        RunFixture run =
                RunFixture.create(workspace, "student", 10, null, 0).events(3).interrupted();
        model.refresh();
        assertTrue(model.run().troubleProperty().get().what().contains("interrupted at epoch 3 of 10"));
        assertTrue(model.actions().canResumeProperty().get());
        model.actions().resume();
        assertEquals(
                List.of("resume", run.folder().path().toString()),
                workers.started().get(0).arguments());
        assertFalse(model.actions().canResumeProperty().get(), "a run that is being resumed is not offered again");
        workers.started().get(0).end(new WorkerResult.Cancelled());
        jobs.update();
        assertTrue(model.actions().canResumeProperty().get());
    }

    @Test
    void interruptedRunsAreToldOfOnceAtTheStart() throws IOException {
        RunFixture.create(workspace, "first", 10, null, 0).interrupted();
        RunFixture.create(workspace, "second", 10, null, 1).interrupted();
        model.refresh();
        assertEquals(
                "2 runs were interrupted: second, first",
                notices.currentProperty().get().what());
        notices.dismiss();
        model.refresh();
        assertNull(notices.currentProperty().get());
    }

    @Test
    void interruptedRunsAreResumedOneAfterTheOther() throws IOException {
        RunFixture.create(workspace, "first", 10, null, 0).interrupted();
        RunFixture.create(workspace, "second", 10, null, 1).interrupted();
        model.refresh();
        notices.currentProperty().get().action().run().run();
        assertEquals(1, workers.started().size());
        assertEquals(1, model.queue().waiting().size());
    }

    @Test
    void stopWritesTheRequestIntoTheFolder() throws IOException {
        RunFixture run =
                RunFixture.create(workspace, "student", 10, null, 0).events(1).state(RunState.RUNNING);
        model.refresh();
        assertTrue(model.actions().canStopProperty().get());
        model.actions().stop();
        assertTrue(run.folder().stopRequested());
    }

    @Test
    void theQuickstartIsStartedOnceAndTheNextOneAfterItHasEnded() {
        model.startQuickstart();
        model.startQuickstart();
        assertEquals(1, workers.started().size());
        assertEquals(
                List.of("quickstart", "--out", root.toString()),
                workers.started().get(0).arguments());
        assertTrue(model.quickstartRunningProperty().get());
        workers.started().get(0).end(new WorkerResult.Success(null));
        jobs.update();
        assertFalse(model.quickstartRunningProperty().get());
    }

    @Test
    void aRunThatWasNeverStartedIsQueuedAndACopyWaitsBehindIt() throws IOException {
        threeRuns();
        choose("Zero");
        assertTrue(model.actions().canQueueProperty().get());
        model.queue().heldProperty().set(true);
        model.actions().queue();
        assertFalse(model.actions().canQueueProperty().get());
        model.edits().queueCopy(model.list().selected().summary());
        assertEquals("place 1 of 2 in the queue", model.place(model.list().selected()));
        model.actions().move(1);
        assertEquals("place 2 of 2 in the queue", model.place(model.list().selected()));
        model.actions().leaveQueue();
        assertEquals("", model.place(model.list().selected()));
        RunItem copy = model.list().items().get(0);
        assertEquals("Zero 2", copy.summary().name());
        assertEquals("Zero 2", copy.summary().folder().readConfig().name());
        assertEquals(model.list().selected().id(), copy.summary().info().parent());
    }
}

package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.EventLog;
import dev.fathom.run.RunState;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs are listed, in what order, and which is chosen. */
class RunListTest extends RunsTestBase {
    @Test
    void anEmptyWorkspaceIsAnEmptyListAndNoError() {
        model.refresh();
        assertTrue(model.list().items().isEmpty());
        assertTrue(model.list().loadedProperty().get());
        assertNull(notices.currentProperty().get());
    }

    @Test
    void runsAreListedNewestFirstWithHowFarTheyAre() throws IOException {
        RunFixture.create(workspace, "teacher", 10, null, 0).events(10).best(10).state(RunState.FINISHED);
        RunFixture.create(workspace, "student", 10, null, 1).events(5).best(5).state(RunState.RUNNING);
        model.refresh();
        RunSummary student = model.list().items().get(0).summary();
        RunSummary teacher = model.list().items().get(1).summary();
        assertEquals("student", student.name());
        assertEquals(0.5, student.progress());
        assertEquals("epoch 5 of 10  ·  si-RMSE 0.300", student.detail());
        assertEquals("best si-RMSE 0.250", teacher.detail());
        assertEquals(1, teacher.progress());
    }

    @Test
    void aFolderThatCannotBeReadIsListedWithItsProblem() throws IOException {
        RunFixture broken = RunFixture.create(workspace, "broken", 10, null, 0);
        RunFixture.create(workspace, "good", 10, null, 1).state(RunState.FINISHED);
        Files.writeString(broken.folder().path().resolve("run.json"), "{\"id\":");
        model.refresh();
        assertEquals(2, model.list().items().size());
        RunItem item = model.list().items().get(1);
        assertFalse(item.summary().isReadable());
        model.list().choose(item);
        assertEquals(Notice.Kind.ERROR, model.run().troubleProperty().get().kind());
        assertFalse(model.actions().canResumeProperty().get());
        assertFalse(model.actions().canCompareProperty().get());
    }

    @Test
    void aChosenRunStaysChosenWhileItGrowsAndOthersCome() throws IOException {
        RunFixture run =
                RunFixture.create(workspace, "student", 10, null, 0).events(1).state(RunState.RUNNING);
        model.refresh();
        RunItem chosen = model.list().selected();
        assertEquals("student", chosen.summary().name());
        RunFixture.create(workspace, "newer", 10, null, 1);
        try (EventLog log = EventLog.append(run.folder().events())) {
            log.write(run.step(51, 2));
        }
        model.refresh();
        assertSame(chosen, model.list().selected());
        assertEquals(2, model.list().items().size());
        assertEquals(51 / 500.0, chosen.summary().progress(), 1e-12);
    }

    @Test
    void theRunBeingTrainedIsFollowedUntilTheUserChooses() throws IOException {
        RunFixture.create(workspace, "old", 10, null, 0).events(1).state(RunState.FINISHED);
        model.refresh();
        model.startQuickstart();
        RunFixture teacher =
                RunFixture.create(workspace, "teacher", 10, null, 1).state(RunState.RUNNING);
        model.refresh();
        assertEquals("teacher", model.list().selected().summary().name());
        teacher.state(RunState.FINISHED);
        RunFixture student =
                RunFixture.create(workspace, "student", 10, null, 2).state(RunState.RUNNING);
        model.refresh();
        assertEquals("student", model.list().selected().summary().name());
        choose("old");
        student.state(RunState.FINISHED);
        RunFixture.create(workspace, "distilled", 10, null, 3).state(RunState.RUNNING);
        model.refresh();
        assertEquals("old", model.list().selected().summary().name());
    }

    @Test
    void theListIsFilteredAndSortedByAnything() throws IOException {
        threeRuns();
        choose("Zero");
        model.edits().tag(model.list().selected().summary());
        desk.answerPrompt("small, paper 2 ,");
        assertEquals(List.of("Zero", "student", "teacher"), shown());
        model.list().filterProperty().set("te");
        assertEquals(List.of("teacher"), shown());
        model.list().filterProperty().set("tag:small");
        assertEquals(List.of("Zero"), shown());
        model.list().filterProperty().set("state:stop");
        assertEquals(List.of("student"), shown());
        // Best of the student: 0.2 + 0.5 / 5, of the teacher 0.2 + 0.5 / 10.
        model.list().filterProperty().set("si-rmse<0.3");
        assertEquals(List.of("teacher"), shown());
        model.list().filterProperty().set("si_rmse>0.26 student");
        assertEquals(List.of("student"), shown());
        model.list().filterProperty().set("");
        model.list().orderProperty().set(RunOrder.SI_RMSE);
        assertEquals(List.of("teacher", "student", "Zero"), shown());
        model.list().orderProperty().set(RunOrder.NAME);
        assertEquals(List.of("student", "teacher", "Zero"), shown());
        model.list().orderProperty().set(RunOrder.STATE);
        assertEquals(List.of("Zero", "student", "teacher"), shown());
    }
}

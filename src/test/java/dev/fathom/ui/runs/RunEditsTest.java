package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunState;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs are named, copied, deleted and brought back. */
class RunEditsTest extends RunsTestBase {
    @Test
    void nameTagsAndNoteAreWrittenIntoTheFolder() throws IOException {
        threeRuns();
        RunSummary run = choose("student").summary();
        model.edits().rename(run);
        desk.answerPrompt("student 2");
        model.edits().tag(run);
        desk.answerPrompt("a, b c, a,");
        model.edits().note(run);
        desk.answerPrompt("the good one");
        RunSummary now = model.list().selected().summary();
        assertEquals("student 2", now.name());
        assertEquals(List.of("a", "b c"), now.tags());
        assertEquals("the good one", run.folder().info().notes());
        assertEquals(RunState.STOPPED, run.folder().state());
    }

    @Test
    void aCloneIsANewExperimentIfThereIsThatPageElseACopy() throws IOException {
        threeRuns();
        RunSummary run = choose("student").summary();
        model.edits().cloneRun(run);
        RunConfig opened = ((Destination.NewExperiment) desk.visited().get(0)).config();
        assertEquals("student 2", opened.name());
        RunConfig back = ConfigOverrides.apply(opened, Map.of("name", "student"));
        assertEquals(run.folder().readConfig(), back, "all else is the same");
        desk.without(PageId.EXPERIMENT);
        model.edits().cloneRun(run);
        assertEquals(1, workers.started().size(), "the copy is the first in the queue");
    }

    @Test
    void theRunBesideADeletedOneIsChosenNext() throws IOException {
        RunFixture.create(workspace, "first", 10, null, 0).interrupted();
        for (int i = 1; i < 4; i++) {
            RunFixture.create(workspace, "run " + i, 10, null, i).state(RunState.FINISHED);
        }
        model.refresh();
        choose("run 3");
        model.edits().delete(model.selection());
        model.refresh();
        assertEquals("run 2", model.list().selected().summary().name());
        choose("first");
        model.edits().delete(model.selection());
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
        model.edits().delete(model.selection());
        assertEquals(List.of("Zero"), shown());
        assertEquals("2 runs are in the trash", notices.currentProperty().get().what());
        model.edits().undoDelete();
        model.edits().undoDelete();
        assertEquals(List.of("Zero", "student", "teacher"), shown());
    }
}

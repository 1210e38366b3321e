package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunState;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs are named and copied. */
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
}

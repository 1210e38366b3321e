package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.TestDesk;
import dev.fathom.ui.job.FakeWorkers;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.plot.Curve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {
    @TempDir
    Path root;

    private TestDesk desk;
    private FakeWorkers workers;
    private Notices notices;
    private JobList jobs;
    private Workspace workspace;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(root);
        workers = desk.workers();
        notices = desk.desk().notices();
        jobs = desk.desk().jobs();
        workspace = desk.desk().workspace();
        model = new RunsViewModel(desk.desk());
    }

    private RunItem choose(String name) {
        RunItem item = model.list().items().stream()
                .filter(i -> i.summary().name().equals(name))
                .findFirst()
                .orElseThrow();
        model.list().choose(item);
        return item;
    }

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
    void theChosenRunsMetricsCurvesAndProgressFollowItsEvents() throws IOException {
        RunFixture run = RunFixture.create(workspace, "student", 10, null, 0)
                .events(4)
                .log("first line\n")
                .state(RunState.RUNNING);
        model.refresh();
        RunViewModel shown = model.run();
        assertEquals("0.325", shown.metrics().cards().get(0).valueProperty().get());
        assertEquals(
                "best so far, epoch 4",
                shown.metrics().cards().get(0).noteProperty().get());
        assertEquals("2.250 m", shown.metrics().cards().get(1).valueProperty().get());
        assertEquals(
                "41.8 img/s", shown.metrics().cards().get(3).valueProperty().get());
        assertEquals(
                "Epoch 4 of 10, step 200 of 500", shown.progressTextProperty().get());
        assertEquals("6 min 30 s left", shown.timeTextProperty().get());
        assertEquals("first line\n", shown.logProperty().get());
        List<String> names = shown.curves().ofGroup().stream().map(Curve::name).toList();
        assertEquals(List.of("train loss", "silog", "gradient", "validation si-RMSE"), names);
        assertEquals(
                200, shown.curves().named("train loss").orElseThrow().series().size());
        assertEquals(
                4,
                shown.curves()
                        .named("validation si-RMSE")
                        .orElseThrow()
                        .series()
                        .size());

        try (EventLog log = EventLog.append(run.folder().events())) {
            log.write(run.step(201, 5));
        }
        shown.poll();
        assertEquals(
                201, shown.curves().named("train loss").orElseThrow().series().lastX());
        assertEquals(
                "Epoch 5 of 10, step 201 of 500", shown.progressTextProperty().get());
    }

    @Test
    void eventsThatAResumedRunDropsAreForgotten() throws IOException {
        RunFixture run =
                RunFixture.create(workspace, "student", 10, null, 0).events(4).state(RunState.RUNNING);
        model.refresh();
        EventLog.retain(run.folder().events(), event -> event instanceof dev.fathom.run.Event.Step s && s.step() <= 60);
        model.run().poll();
        assertEquals(
                60,
                model.run().curves().named("train loss").orElseThrow().series().size());
        assertEquals(60, Math.round(model.run().progressProperty().get() * 500));
        assertEquals("–", model.run().metrics().cards().get(0).valueProperty().get());
    }

    @Test
    void choosingAnotherRunForgetsTheFirst() throws IOException {
        RunFixture.create(workspace, "with-steps", 10, null, 0)
                .events(2)
                .log("hello\n")
                .state(RunState.STOPPED);
        RunFixture.create(workspace, "empty", 10, null, 1);
        model.refresh();
        choose("with-steps");
        assertEquals("hello\n", model.run().logProperty().get());
        choose("empty");
        assertEquals("", model.run().logProperty().get());
        assertTrue(model.run().curves().list().isEmpty());
        assertEquals(0, model.run().progressProperty().get());
    }

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

    private void assertStands(String word, String sentence) {
        RunItem item = model.list().selected();
        assertEquals(word, model.standing(item).word());
        assertEquals(word, model.run().standingProperty().getValue());
        assertEquals(sentence, model.run().sentenceProperty().getValue());
    }

    @Test
    void aFreshRunIsInOneStateAtATime() throws IOException {
        RunFixture run = RunFixture.create(workspace, "small", 10, null, 0);
        model.refresh();
        assertStands("not started", "Not started: it is not in the queue");
        model.queue().heldProperty().set(true);
        model.actions().queue();
        assertStands("queued", "Queued: place 1 of 1 in the queue");
        model.queue().heldProperty().set(false);
        model.queue().update();
        assertEquals(1, workers.started().size());
        String starting = "Starting: the data are read, the network is prepared";
        assertStands("starting", starting);
        assertEquals(-1.0, model.run().barProperty().getValue());
        model.actions().stop();
        assertTrue(workers.started().get(0).isCancelled(), "its worker can be stopped already");
        run.state(RunState.RUNNING);
        model.refresh();
        model.run().poll();
        assertStands("starting", starting);
        assertEquals("", model.run().timeTextProperty().get());
        run.events(1);
        model.run().poll();
        assertEquals("running", model.run().standingProperty().getValue(), "before the list knows");
        model.refresh();
        assertStands("running", "Epoch 1 of 10, step 50 of 500");
    }

    @Test
    void aFailedRunSaysWhatAndTheRemedy() throws IOException {
        RunFixture.create(workspace, "student", 10, null, 0).failed("The disk is full", "Free some space");
        model.refresh();
        assertEquals(
                new Notice(Notice.Kind.ERROR, "The disk is full", "Free some space"),
                model.run().troubleProperty().get());
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

    private List<String> shown() {
        return model.list().shown().stream().map(item -> item.summary().name()).toList();
    }

    private void threeRuns() throws IOException {
        RunFixture.create(workspace, "teacher", 10, null, 0).events(10).best(10).state(RunState.FINISHED);
        RunFixture.create(workspace, "student", 10, null, 1).events(5).best(5).state(RunState.STOPPED);
        RunFixture.create(workspace, "Zero", 10, null, 2);
        model.refresh();
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

    @Test
    void aDeletedRunThatWaitedWaitsAgainWhenItIsBack() throws IOException {
        threeRuns();
        model.queue().heldProperty().set(true);
        choose("Zero");
        model.actions().queue();
        model.edits().delete(model.selection());
        assertTrue(model.queue().waiting().isEmpty());
        notices.currentProperty().get().action().run().run();
        assertEquals(1, model.queue().waiting().size());
        assertEquals("The run is back", notices.currentProperty().get().what());
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
    void interruptedRunsAreResumedOneAfterTheOther() throws IOException {
        RunFixture.create(workspace, "first", 10, null, 0).interrupted();
        RunFixture.create(workspace, "second", 10, null, 1).interrupted();
        model.refresh();
        notices.currentProperty().get().action().run().run();
        assertEquals(1, workers.started().size());
        assertEquals(1, model.queue().waiting().size());
    }

    @Test
    void otherRunsLieOverTheChosenOneWithAColourOfTheirOwn() throws IOException {
        threeRuns();
        choose("student");
        RunItem teacher = model.list().items().get(2);
        model.layOver(List.of(teacher));
        Curve over = model.run().curves().named("teacher  train loss").orElseThrow();
        assertEquals(500, over.series().size());
        assertEquals(model.run().overlayColour(teacher), over.colour());
        assertEquals(
                List.of(new ConfigTable.Row("name", List.of("student", "teacher"))),
                model.configs().contentProperty().get().rows());
        model.layOver(List.of());
        assertTrue(model.run().curves().named("teacher  train loss").isEmpty());
        List<ConfigTable.Row> rows = model.configs().contentProperty().get().rows();
        assertTrue(rows.size() > 20, "one run shows all its fields");
        assertTrue(rows.contains(
                new ConfigTable.Row("augmentation.crops", List.of("[240, 384], [360, 512], [480, 640]"))));
        assertTrue(rows.contains(new ConfigTable.Row("augmentation.gamma", List.of("0.9, 1.1"))));
    }
}

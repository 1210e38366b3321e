package dev.fathom.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Json;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.base.LongWork;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.Notices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobListTest {
    private final FakeWorkers workers = new FakeWorkers();
    private final Notices notices = new Notices();
    private final JobList jobs = new JobList(workers, notices);

    private FakeWorkers.Fake start() {
        jobs.start("Quickstart", List.of("quickstart"));
        return workers.started().get(workers.started().size() - 1);
    }

    @Test
    void aWorkerThatCannotBeStoppedSaysWhyAndMayBeAskedAgain() {
        FakeWorkers.Fake worker = start();
        workers.refuse(new UserException("The disk is full", "Make room"));
        jobs.stopAll();
        jobs.update();
        assertEquals("The disk is full", notices.currentProperty().get().what());
        assertFalse(jobs.jobs().get(0).stoppingProperty().get());
        assertTrue(worker.isCancelled());
    }

    @Test
    void theNewestProgressIsShownAtTheNextUpdate() {
        FakeWorkers.Fake worker = start();
        worker.report("Training the teacher", 10, 100, "loss 1.2", -1);
        worker.report("Training the teacher", 20, 100, "loss 1.1", 200);
        JobItem job = jobs.jobs().get(0);
        assertEquals("Starting", job.stageProperty().get());
        jobs.update();
        assertEquals("Training the teacher", job.stageProperty().get());
        assertEquals(0.2, job.fractionProperty().get());
        assertEquals("loss 1.1  ·  3 min 20 s left", job.messageProperty().get());
    }

    @Test
    void aFailedWorkerLeavesANoticeWithItsRemedy() {
        FakeWorkers.Fake worker = start();
        worker.end(new WorkerResult.Failed("The disk is full", "Free some space"));
        jobs.update();
        assertTrue(jobs.jobs().isEmpty());
        assertEquals(
                new Notice(Notice.Kind.ERROR, "Quickstart: The disk is full", "Free some space"),
                notices.currentProperty().get());
    }

    @Test
    void stopAsksOnceAndTheJobStaysUntilTheWorkerHasEnded() {
        FakeWorkers.Fake worker = start();
        JobItem job = jobs.jobs().get(0);
        job.stop();
        worker.report("Training the teacher", 30, 100, "", -1);
        jobs.update();
        assertTrue(worker.isCancelled());
        assertEquals("Stopping", job.stageProperty().get());
        assertEquals(1, jobs.jobs().size());
        worker.end(new WorkerResult.Cancelled());
        jobs.update();
        assertTrue(jobs.jobs().isEmpty());
    }

    @Test
    void whatAPageDoesItselfIsWorkToo() {
        List<BackgroundTask<?>> tasks = new ArrayList<>();
        Errand check = new Errand(tasks::add, notices);
        jobs.follow(check);
        start();
        check.begin(
                "Checking kitchen",
                monitor -> {
                    monitor.progress("Reading pairs", 1, 4);
                    return null;
                },
                done -> {});
        assertEquals(List.of("Quickstart", "Checking kitchen"), titles());
        Runnable end = tasks.get(0).perform();
        jobs.update();
        assertEquals(0.25, jobs.work().get(1).fractionProperty().get());
        jobs.work().get(1).stop();
        assertTrue(check.stoppingProperty().get());
        end.run();
        assertEquals(List.of("Quickstart"), titles());
        assertEquals(1, jobs.jobs().size(), "only workers can outlive the window");
    }

    private List<String> titles() {
        return jobs.work().stream().map(LongWork::title).toList();
    }

    @Test
    void aWorkerThatCannotBeStartedIsANoticeAndNoJob() {
        workers.refuse(new UserException("Cannot start a worker process", "Check memory"));
        jobs.start("Quickstart", List.of("quickstart"));
        assertTrue(jobs.jobs().isEmpty());
        assertEquals("Check memory", notices.currentProperty().get().remedy());
    }

    @Test
    void keptWorkersAreDetachedAndNotCancelled() {
        FakeWorkers.Fake worker = start();
        jobs.keepAllRunning();
        assertTrue(worker.isDetached());
        assertFalse(worker.isCancelled());
        assertNull(notices.currentProperty().get());
    }

    private Notice afterTraining(WorkerResult end) {
        jobs.start("Training small", List.of("resume", "/runs/small"));
        workers.started().get(workers.started().size() - 1).end(end);
        jobs.update();
        return notices.currentProperty().get();
    }

    @Test
    void theEndOfATrainingTellsItsBestScoreAndOffersTheRun() {
        List<Path> shown = new ArrayList<>();
        jobs.setOnShowRun(shown::add);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("run", "/runs/small");
        value.put("best_epoch", 24);
        value.put("best_si_rmse", 0.18649);
        Notice done = afterTraining(new WorkerResult.Success(Json.tree(Map.of("value", value))));
        assertEquals("Training small is done", done.what());
        assertEquals("Best si-RMSE 0.186 at epoch 24", done.remedy());
        done.action().run().run();
        assertEquals(List.of(Path.of("/runs/small")), shown);
        assertEquals("", afterTraining(new WorkerResult.Success(null)).remedy(), "a worker of an earlier window");
        assertEquals(
                "Show it",
                afterTraining(new WorkerResult.Failed("No", "Do")).action().label());
        start().end(new WorkerResult.Success(null));
        jobs.update();
        assertEquals("Its runs are in the list", notices.currentProperty().get().remedy());
    }

    @Test
    void aStageDoesNotRepeatTheTitle() {
        jobs.start("Training small", List.of("resume", "/runs/small"));
        workers.started().get(0).report("Training small", 1, 2, "epoch 1", -1);
        jobs.update();
        assertEquals("", jobs.jobs().get(0).stageProperty().get());
        assertEquals("epoch 1", jobs.jobs().get(0).messageProperty().get());
    }
}

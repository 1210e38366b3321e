package dev.fathom.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Trash;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueueTest {
    @TempDir
    Path root;

    private final FakeWorkers workers = new FakeWorkers();
    private final Notices notices = new Notices();
    private Workspace workspace;
    private JobList jobs;
    private RunQueue queue;

    @BeforeEach
    void open() {
        workspace = new Workspace(root);
        jobs = new JobList(workers, notices);
        queue = newQueue();
    }

    private RunQueue newQueue() {
        return new RunQueue(workspace, jobs, new CurrentThreadTaskExecutor(), notices);
    }

    private RunFolder add(String name) {
        RunFolder folder =
                RunFixture.create(workspace, name, 10, null, name.charAt(0)).folder();
        queue.add(folder, name);
        return folder;
    }

    private List<String> waiting() {
        return queue.waiting().stream().map(RunQueue.Waiting::name).toList();
    }

    private void endFirst() {
        workers.started().get(0).end(new WorkerResult.Success(null));
        jobs.update();
        queue.update();
    }

    @Test
    void theFirstStartsAtOnceAndTheOthersOneAfterTheOther() {
        RunFolder a = add("a");
        RunFolder b = add("b");
        assertEquals(1, workers.started().size());
        assertEquals(
                List.of("resume", a.path().toString()), workers.started().get(0).arguments());
        assertEquals(List.of("b"), waiting());
        endFirst();
        assertEquals(
                List.of("resume", b.path().toString()), workers.started().get(1).arguments());
        assertTrue(waiting().isEmpty());
    }

    @Test
    void aRunThatIsBeingResumedIsNotResumedTwice() {
        List<BackgroundTask<?>> put = new ArrayList<>();
        queue = new RunQueue(workspace, jobs, put::add, notices);
        RunFolder folder = RunFixture.create(workspace, "a", 10, null, 1).folder();
        queue.resume(folder, "a");
        queue.resume(folder, "a");
        assertEquals(1, put.size(), "pressed again before the first press was looked at");
        put.remove(0).perform().run();
        queue.resume(folder, "a");
        assertTrue(put.isEmpty(), "pressed again while the worker starts");
        assertEquals(1, workers.started().size());
        endFirst();
        queue.resume(folder, "a");
        put.remove(0).perform().run();
        assertEquals(2, workers.started().size(), "it ended, so it can be resumed again");
    }

    @Test
    void anyTrainingOfThisWindowTakesAPlaceAndNothingElseDoes() {
        jobs.start("Export", List.of("export", "x"));
        jobs.start("Quickstart", List.of("quickstart"));
        add("a");
        assertEquals(List.of("a"), waiting());
        queue.atOnceProperty().set(2);
        queue.update();
        assertTrue(waiting().isEmpty());
    }

    @Test
    void theOrderCanBeChanged() {
        queue.heldProperty().set(true);
        RunFolder a = add("a");
        add("b");
        RunFolder c = add("c");
        queue.move(c, -1);
        assertEquals(List.of("a", "c", "b"), waiting());
        queue.move(a, 9);
        assertEquals(List.of("c", "b", "a"), waiting());
        queue.move(c, -1);
        assertEquals(List.of("c", "b", "a"), waiting());
        queue.remove(c);
        assertEquals(List.of("b", "a"), waiting());
        queue.add(a, "a");
        assertEquals(List.of("b", "a"), waiting(), "nobody waits twice");
    }

    @Test
    void whatWaitedIsThereInTheNextWindowAndAsksBeforeItStarts() throws IOException {
        queue.heldProperty().set(true);
        add("a");
        RunFolder b = add("b");
        add("c");
        b.update(info -> info.ended(RunState.STOPPED, Instant.EPOCH, null));
        queue = newQueue();
        queue.load();
        queue.update();
        assertEquals(List.of("a", "c"), waiting(), "what was started elsewhere waits no longer");
        assertTrue(workers.started().isEmpty());
        assertEquals("2 runs wait in the queue", notices.currentProperty().get().what());
        notices.currentProperty().get().action().run().run();
        queue.update();
        assertEquals(1, workers.started().size());
        assertFalse(queue.heldProperty().get());
    }

    private RunFolder student(String name, RunFolder teacher) {
        RunFolder folder = RunFixture.create(workspace, name, 10, teacher.id(), name.charAt(0))
                .folder();
        queue.add(folder, name);
        return folder;
    }

    private void end(RunFolder run, RunState state) throws IOException {
        run.update(info -> info.ended(state, Instant.now().plusSeconds(60), null));
        endFirst();
    }

    @Test
    void aStudentWaitsForItsTeacherAndLetsOthersPass() throws IOException {
        queue.atOnceProperty().set(2);
        RunFolder teacher = add("teacher");
        RunFolder student = student("student", teacher);
        add("other");
        assertEquals(List.of("student"), waiting());
        assertEquals("waits for teacher", queue.reasons().get(student.id()));
        end(teacher, RunState.FINISHED);
        assertTrue(waiting().isEmpty());
        assertEquals(
                student.path().toString(), workers.started().get(2).arguments().get(1));
        assertTrue(queue.reasons().isEmpty());
    }

    @Test
    void aTeacherThatWasStoppedIsWaitedFor() throws IOException {
        RunFolder teacher = add("teacher");
        RunFolder student = student("student", teacher);
        end(teacher, RunState.STOPPED);
        assertEquals(List.of("student"), waiting());
        assertEquals("waits for teacher, which is stopped", queue.reasons().get(student.id()));
    }

    @Test
    void aTeacherThatFailedTakesItsStudentWithIt() throws IOException {
        RunFolder teacher = add("teacher");
        RunFolder student = student("student", teacher);
        end(teacher, RunState.FAILED);
        assertTrue(waiting().isEmpty());
        assertEquals(RunState.FAILED, student.state());
        assertEquals(
                "student builds on teacher, which failed",
                notices.currentProperty().get().what());
        assertEquals(
                new RunInfo.Failure(
                        "student builds on teacher, which failed", "Resume teacher, and when it is finished, this run"),
                student.info().failure());
        assertEquals(1, workers.started().size());
    }

    @Test
    void aTeacherThatIsGoneIsNotWaitedFor() throws IOException {
        queue.heldProperty().set(true);
        RunFolder teacher = add("teacher");
        RunFolder student = student("student", teacher);
        queue.remove(teacher);
        new Trash(workspace).delete(teacher);
        queue.heldProperty().set(false);
        queue.update();
        assertEquals(RunState.FAILED, student.state());
        assertTrue(student.info().failure().what().endsWith("which is gone"));
    }

    @Test
    void aTeacherThatWasChosenAsItStoppedTeaches() throws IOException {
        RunFolder teacher = RunFixture.create(workspace, "teacher", 10, null, 0).folder();
        teacher.update(info -> info.ended(RunState.STOPPED, Instant.EPOCH, null));
        student("student", teacher);
        assertEquals(1, workers.started().size());
    }

    @Test
    void resumingBeforeTheTeacherIsFinishedWaitsForIt() throws IOException {
        RunFolder teacher = add("teacher");
        RunFolder student =
                RunFixture.create(workspace, "student", 10, teacher.id(), 1).folder();
        queue.resume(student, "student");
        assertEquals(List.of("student"), waiting());
        assertEquals("It waits for teacher", notices.currentProperty().get().remedy());
        RunFolder alone = RunFixture.create(workspace, "alone", 10, null, 2).folder();
        queue.resume(alone, "alone");
        assertEquals(2, workers.started().size(), "others are resumed at once, whatever trains");
    }

    @Test
    void aFailedTeacherThatIsBeingResumedIsWaitedForEvenBeforeItSaysSo() throws IOException {
        RunFolder teacher = RunFixture.create(workspace, "teacher", 10, null, 0).folder();
        RunFolder student =
                RunFixture.create(workspace, "student", 10, teacher.id(), 1).folder();
        teacher.update(info -> info.ended(RunState.FAILED, Instant.now().plusSeconds(60), null));
        queue.resume(teacher, "teacher");
        queue.resume(student, "student");
        queue.update();
        assertEquals(List.of("student"), waiting());
    }
}

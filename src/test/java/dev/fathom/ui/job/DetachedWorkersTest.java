package dev.fathom.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.OwnerProcess;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.CurrentThreadTaskExecutor;
import dev.fathom.ui.base.Notices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With real processes that look like workers and that this process has not started. */
@EnabledOnOs(OS.LINUX)
class DetachedWorkersTest {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path root;

    private ProcessHandle worker;

    @AfterEach
    void end() {
        if (worker != null) {
            worker.destroyForcibly();
        }
    }

    /** A shell with a long command line that waits and whose own parent has ended. */
    private static ProcessHandle startOrphan(String... arguments) throws IOException {
        String words = String.join("' '", arguments);
        Process parent = new ProcessBuilder(
                        "sh",
                        "-c",
                        "sh -c 'sleep 60; true # " + "x".repeat(5000) + "' --worker '" + words
                                + "' >/dev/null 2>&1 & echo $!")
                .start();
        long pid = Long.parseLong(new String(parent.getInputStream().readAllBytes()).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean());
    }

    @Test
    void aWorkerOfAnEarlierWindowIsAJobAgainAndStopsThroughItsFolder() throws Exception {
        Workspace workspace = new Workspace(root.resolve("mine"));
        RunFolder run = RunFixture.create(workspace, "student", 10, null, 0)
                .events(5)
                .state(RunState.RUNNING)
                .folder();
        RunFolder elsewhere = RunFixture.create(new Workspace(root.resolve("other")), "stranger", 10, null, 0)
                .folder();
        ProcessHandle stranger = startOrphan("resume", elsewhere.path().toString());
        worker = startOrphan("resume", run.path().toString());
        JobList jobs = new JobList(new FakeWorkers(), new Notices());
        DetachedWorkers detached = new DetachedWorkers(workspace, jobs, new CurrentThreadTaskExecutor());
        await(() -> {
            detached.update();
            return !jobs.jobs().isEmpty();
        });
        detached.update();
        detached.update();
        jobs.update();
        stranger.destroyForcibly();
        assertEquals(1, jobs.jobs().size(), "listed once, and nothing of another workspace");
        JobItem job = jobs.jobs().get(0);
        assertEquals("Training student", job.title());
        assertEquals(0.5, job.fractionProperty().get());
        job.stop();
        await(run::stopRequested);
        worker.destroy();
        await(() -> {
            jobs.update();
            return jobs.jobs().isEmpty();
        });
    }

    @Test
    void aQuickstartShowsTheRunThatItsOwnWorkerTrains() throws Exception {
        Workspace workspace = new Workspace(root);
        RunFolder run = RunFixture.create(workspace, "teacher", 10, null, 0)
                .events(5)
                .state(RunState.RUNNING)
                .folder();
        worker = startOrphan("quickstart", "--out", root.toString());
        JobList jobs = new JobList(new FakeWorkers(), new Notices());
        DetachedWorkers detached = new DetachedWorkers(workspace, jobs, new CurrentThreadTaskExecutor());
        await(() -> {
            detached.update();
            return !jobs.jobs().isEmpty();
        });
        detached.update();
        jobs.update();
        JobItem job = jobs.jobs().get(0);
        assertEquals("Between two trainings", job.stageProperty().get(), "the run belongs to another process");
        await(() -> worker.children().findFirst().isPresent());
        long child = worker.children().findFirst().orElseThrow().pid();
        OwnerProcess owner =
                new OwnerProcess(child, null, OwnerProcess.current().host());
        run.update(info -> info.running(owner, Instant.now()));
        detached.update();
        jobs.update();
        assertEquals("Training teacher", job.stageProperty().get());
        assertEquals(0.5, job.fractionProperty().get());
    }
}

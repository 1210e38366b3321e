package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.engine.Weights;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes of the packaged program at random moments while they train a tiny run. */
class KillIT {
    private static final int KILLS = 8;
    private static final int EPOCHS = 100;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path root;

    private RunConfig config;

    @BeforeEach
    void describeRun() throws IOException {
        config = new TinyRuns(root).config(EPOCHS);
    }

    private RunFolder newRun(String workspace) {
        return RunFolder.create(root.resolve(workspace).resolve("runs"), config, null, Clock.systemUTC());
    }

    private Process resume(RunFolder run) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("fathom.bin"), "resume", run.path().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        root.resolve("output.txt").toFile()))
                .start();
    }

    private void finish(RunFolder run) throws IOException, InterruptedException {
        Process process = resume(run);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "did not finish in time");
        assertEquals(0, process.exitValue(), Files.readString(root.resolve("output.txt")));
        assertEquals(RunState.FINISHED, run.state());
    }

    @Test
    void afterAnyKillTheFolderOpensAndTheResumedRunEndsWithTheBitsOfOneNeverKilled() throws Exception {
        RunFolder untouched = newRun("untouched");
        finish(untouched);
        RunFolder killed = newRun("killed");
        Random random = new Random(20261121);
        for (int i = 0; i < KILLS && !killed.state().isFinal(); i++) {
            boolean killWorker = i % 2 == 0;
            kill(killed, killWorker, 400 + random.nextInt(2600));
            requireWhole(killed);
        }
        finishIfNeeded(killed);
        assertEquals(bits(untouched), bits(killed));
        List<String> rows = Files.readAllLines(killed.metrics());
        List<String> epochs =
                rows.stream().skip(1).map(r -> r.substring(0, r.indexOf(','))).toList();
        assertEquals(IntStream.rangeClosed(1, EPOCHS).mapToObj(String::valueOf).toList(), epochs);
    }

    private void finishIfNeeded(RunFolder run) throws IOException, InterruptedException {
        if (run.state() != RunState.FINISHED) {
            finish(run);
        }
    }

    /** Kills the worker or the process that started it, and waits until nothing of it is left. */
    private void kill(RunFolder run, boolean killWorker, long afterMillis) throws Exception {
        Process front = resume(run);
        Optional<ProcessHandle> worker = worker(front);
        Thread.sleep(afterMillis);
        if (killWorker && worker.isPresent()) {
            worker.get().destroyForcibly();
        } else {
            front.destroyForcibly();
        }
        assertTrue(front.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the parent outlived its worker");
        if (worker.isPresent()) {
            worker.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Optional<ProcessHandle> worker(Process front) throws InterruptedException {
        for (int i = 0; i < 100 && front.isAlive(); i++) {
            Optional<ProcessHandle> child = front.children().findFirst();
            if (child.isPresent()) {
                return child;
            }
            Thread.sleep(50);
        }
        return Optional.empty();
    }

    private void requireWhole(RunFolder run) throws IOException {
        Workspace.Entry entry =
                new Workspace(run.path().getParent().getParent()).list().get(0);
        assertEquals(null, entry.problem());
        assertFalse(entry.state() == RunState.RUNNING, "nobody trains it any more");
        EventLog.read(run.events());
        Checkpoints checkpoints = Checkpoints.of(run);
        for (String name : List.of(Checkpoints.LAST, Checkpoints.BEST)) {
            Optional<Checkpoint> found = checkpoints.find(name);
            if (found.isPresent()) {
                Weights weights = Weights.read(checkpoints.file(found.get(), Checkpoints.WEIGHTS));
                assertFalse(weights.tensors().isEmpty());
            }
        }
    }

    private static String bits(RunFolder run) throws IOException {
        Checkpoint last = Checkpoints.of(run).find(Checkpoints.LAST).orElseThrow();
        return last.files().get(Checkpoints.WEIGHTS).sha256();
    }
}

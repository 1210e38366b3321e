package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.engine.Weights;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes of the packaged program at random moments while they train a tiny run. */
class KillIT {
    private static final int KILLS = 8;
    /** So many that the run is not over before the last kill on a quick machine. */
    private static final int EPOCHS = 150;

    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 20;
    private static final int MOST_MILLIS = 400;

    @TempDir
    Path root;

    private final Set<String> seen = new HashSet<>();
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

    private void requireFinished(RunFolder run, Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "did not finish in time");
        assertEquals(0, process.exitValue(), Files.readString(root.resolve("output.txt")));
        assertEquals(RunState.FINISHED, run.state());
    }

    @Test
    void afterAnyKillTheFolderOpensAndTheResumedRunEndsWithTheBitsOfOneNeverKilled() throws Exception {
        RunFolder untouched = newRun("untouched");
        Process beside = resume(untouched);
        RunFolder killed = newRun("killed");
        Random random = new Random(20261121);
        for (int i = 0; i < KILLS; i++) {
            boolean killWorker = i % 2 == 0;
            kill(killed, killWorker, random.nextInt(MOST_MILLIS));
            requireWhole(killed);
            assertFalse(killed.state().isFinal(), "the run was over before it could be killed");
        }
        assertEquals(Set.of(Checkpoints.LAST, Checkpoints.BEST), seen);
        requireFinished(killed, resume(killed));
        requireFinished(untouched, beside);
        assertEquals(bits(untouched), bits(killed));
        List<String> rows = Files.readAllLines(killed.metrics());
        List<String> epochs =
                rows.stream().skip(1).map(r -> r.substring(0, r.indexOf(','))).toList();
        assertEquals(IntStream.rangeClosed(1, EPOCHS).mapToObj(String::valueOf).toList(), epochs);
    }

    /** Kills the worker or the process that started it, and waits until nothing of it is left. */
    private void kill(RunFolder run, boolean killWorker, long afterMillis) throws Exception {
        Process front = resume(run);
        ProcessHandle worker = training(front, run);
        Thread.sleep(afterMillis);
        if (killWorker) {
            worker.destroyForcibly();
        } else {
            front.destroyForcibly();
        }
        assertTrue(front.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the parent outlived its worker");
        worker.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The worker, as soon as it has done a step that no earlier one has done. */
    private ProcessHandle training(Process front, RunFolder run) throws Exception {
        long before = steps(run);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (steps(run) <= before) {
            assertTrue(System.nanoTime() < end && front.isAlive(), Files.readString(root.resolve("output.txt")));
            Thread.sleep(POLL_MILLIS);
        }
        return front.children().findFirst().orElseThrow();
    }

    private static long steps(RunFolder run) throws IOException {
        return EventLog.read(run.events()).stream()
                .filter(Event.Step.class::isInstance)
                .mapToLong(event -> ((Event.Step) event).step())
                .max()
                .orElse(0);
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
                seen.add(name);
            }
        }
    }

    private static String bits(RunFolder run) throws IOException {
        Checkpoint last = Checkpoints.of(run).find(Checkpoints.LAST).orElseThrow();
        return last.files().get(Checkpoints.WEIGHTS).sha256();
    }
}

package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Checkpoints;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the real window while its worker trains: the worker has to save, stop and leave a run that goes on. */
class WindowKillIT {
    private static final int KILLS = 5;
    private static final int EPOCHS = 400;
    private static final int MOST_MILLIS = 1500;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long POLL_MILLIS = 50;

    @TempDir
    Path root;

    @Test
    void aWorkerWhoseWindowIsKilledSavesAndStops() throws Exception {
        TinyRuns tiny = new TinyRuns(root);
        RunFolder run = tiny.create(tiny.config(EPOCHS));
        run.update(info -> info.ended(RunState.STOPPED, Instant.now(), null));
        Random random = new Random(20261121);
        long reached = 0;
        for (int i = 0; i < KILLS; i++) {
            Process window = startWindow(run.path().getParent().getParent());
            waitForAStepAfter(reached, run);
            ProcessHandle worker = window.descendants().findFirst().orElseThrow();
            Thread.sleep(random.nextInt(MOST_MILLIS));
            window.destroyForcibly().waitFor();
            worker.onExit().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            assertEquals(RunState.STOPPED, run.state(), Files.readString(root.resolve("window.txt")));
            long step = Checkpoints.of(run)
                    .find(Checkpoints.LAST)
                    .orElseThrow()
                    .position()
                    .step();
            assertTrue(step > reached, "the work of this window is lost");
            reached = step;
        }
    }

    private Process startWindow(Path workspace) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Dprism.text=t2k",
                "-Duser.home=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fathom.ui.ResumingWindow",
                workspace.toString());
        builder.environment().put("XDG_CONFIG_HOME", root.resolve("config").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(root.resolve("window.txt").toFile())
                .start();
    }

    private void waitForAStepAfter(long reached, RunFolder run) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (steps(run) <= reached) {
            assertTrue(System.currentTimeMillis() < end, () -> "nothing happens: " + windowOutput());
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static long steps(RunFolder run) throws IOException {
        return EventLog.read(run.events()).stream()
                .filter(Event.Step.class::isInstance)
                .mapToLong(event -> ((Event.Step) event).step())
                .max()
                .orElse(0);
    }

    private String windowOutput() {
        try {
            return Files.readString(root.resolve("window.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}

package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.core.ChildJava;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Window and worker change {@code run.json} at the same time. */
class RunUpdateTest {
    @TempDir
    Path root;

    private RunFolder create() {
        return RunFolder.create(root.resolve("runs"), SmallConfig.of("both", "street", null), null, Clock.systemUTC());
    }

    /** Writes a best validation into the run that the first argument names, as a worker does. */
    public static void main(String... args) throws IOException {
        RunFolder run = RunFolder.open(Path.of(args[0]));
        System.out.println("ready");
        run.update(info -> info.withBest(new RunInfo.Best(3, "val/rmse", 0.5)));
    }

    @Test
    void noChangeOfAThreadIsLost() throws Exception {
        RunFolder run = create();
        int threads = 8;
        int changes = 6;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            RunFolder own = RunFolder.open(run.path());
            all.add(pool.submit(() -> {
                for (int k = 0; k < changes; k++) {
                    own.update(info -> info.noted(info.notes() + "x"));
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertEquals("x".repeat(threads * changes), run.info().notes());
    }

    @Test
    void aNoteOfTheWindowAndTheBestOfTheWorkerAreBothKept() throws Exception {
        RunFolder run = create();
        List<Process> workers = new ArrayList<>();
        run.update(info -> {
            workers.add(workerWhileWriting(run));
            return info.noted("looks good");
        });
        assertEquals(0, workers.get(0).waitFor());
        assertEquals("looks good", run.info().notes());
        assertEquals(3, run.info().best().epoch());
    }

    /** Begins to write, and would have written if it did not wait. */
    private static Process workerWhileWriting(RunFolder run) {
        try {
            Process worker = ChildJava.of(
                            List.of("-XX:TieredStopAtLevel=1"),
                            RunUpdateTest.class,
                            run.path().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertEquals("ready", worker.inputReader().readLine());
            assertFalse(worker.waitFor(700, TimeUnit.MILLISECONDS), "it waits for its turn");
            return worker;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whereNoLockCanBeHadAChangeIsMadeAllTheSame() throws IOException {
        RunFolder run = create();
        Files.createDirectory(run.path().resolve("run.json.lock"));
        run.update(info -> info.noted("kept"));
        assertEquals("kept", run.info().notes());
    }

    @Test
    void aRunThatIsGoneIsOneSentenceAndIsNotMadeAgain() throws IOException {
        RunFolder run = create();
        Path gone = new Trash(new Workspace(root)).delete(run).now();
        assertThrows(UserException.class, () -> run.update(info -> info.noted("too late")));
        assertFalse(Files.exists(run.path()), "the run stays in " + gone);
    }
}

package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ChildJava;
import dev.fathom.engine.Weights;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a training process at random moments. */
@Tag("slow")
class KillTest {
    private static final int KILLS = 20;
    private static final int MOST_STEPS = 12;
    private static final int MOST_MILLIS = 150;

    @TempDir
    private Path folder;

    /** What the killed process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            Training.run(RunFolder.open(Path.of(args[0])), () -> false, (step, of, epoch, loss, speed, left) -> {
                System.out.println(step);
                System.out.flush();
            });
        }
    }

    @Test
    void afterTwentyKillsTheRunEndsInTheSameBits() throws IOException, InterruptedException {
        TinyRuns tiny = new TinyRuns(folder);
        RunFolder whole = tiny.create(tiny.config(60));
        RunFolder killed = tiny.create(tiny.config(60));
        Random random = new Random(5);
        for (int i = 0; i < KILLS; i++) {
            killAfter(killed, random.nextInt(MOST_STEPS), random.nextInt(MOST_MILLIS));
            assertEquals(RunState.INTERRUPTED, RunFolder.open(killed.path()).state());
            for (String name : new String[] {Checkpoints.LAST, Checkpoints.BEST}) {
                Optional<Weights> weights = weights(killed, name);
                assertTrue(weights.isEmpty() || weights.get().tensors().size() > 100);
            }
        }
        Training.run(killed, () -> false, TrainingProgress.silent());
        Training.run(whole, () -> false, TrainingProgress.silent());
        Weights expected = weights(whole, Checkpoints.LAST).orElseThrow();
        Weights found = weights(killed, Checkpoints.LAST).orElseThrow();
        expected.tensors()
                .forEach((name, tensor) ->
                        assertArrayEquals(tensor.values(), found.tensor(name).values(), 0f, name));
        assertEquals(whole.info().best(), killed.info().best());
    }

    private static void killAfter(RunFolder run, int steps, int millis) throws IOException, InterruptedException {
        Process child = ChildJava.of(
                        List.of("-Xmx512m"), Child.class, run.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int seen = 0;
            String line = out.readLine();
            while (line != null && seen < steps) {
                seen += line.matches("\\d+") ? 1 : 0;
                line = out.readLine();
            }
            assertTrue(child.isAlive(), "the child ended by itself after " + seen + " steps");
            Thread.sleep(millis);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Optional<Weights> weights(RunFolder run, String name) throws IOException {
        Checkpoints checkpoints = Checkpoints.of(run);
        Optional<Checkpoint> found = checkpoints.find(name);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Weights.read(checkpoints.file(found.get(), Checkpoints.WEIGHTS)));
    }
}

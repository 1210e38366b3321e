package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes on although pictures are gone that it was to be trained on. */
class SmallerDataTest {
    @TempDir
    private Path folder;

    private final List<Long> steps = new ArrayList<>();

    private RunState train(RunFolder run, int stopAfter) throws IOException {
        return Training.run(run, () -> steps.size() >= stopAfter, (step, of, epoch, loss, speed, left) -> {
            steps.add(step);
            assertTrue(step <= of, step + " of " + of);
        });
    }

    private static <T extends Event> List<T> events(RunFolder run, Class<T> type) throws IOException {
        return EventLog.read(run.events()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void aRunThatStoodBehindTheEndOfAnEpochEndsItAndGoesOn() throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        RunFolder run = tiny.create(tiny.config(4, "litedepth@32x32", null, null));
        // Of three steps an epoch, two of the second.
        assertEquals(RunState.STOPPED, train(run, 5));
        for (int scene = 2; scene < TinyRuns.TRAIN; scene++) {
            Files.delete(tiny.data().resolve("train/rgb/scene" + scene + ".png"));
        }
        assertEquals(RunState.STOPPED, train(run, 6));
        assertEquals(RunState.FINISHED, train(run, 100));
        // Of one step an epoch, those of the third and the fourth.
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 3L, 4L), steps);
        List<Integer> epochs =
                events(run, Event.Epoch.class).stream().map(Event.Epoch::epoch).toList();
        assertEquals(List.of(1, 2, 3, 4), epochs);
        List<String> told = events(run, Event.Notice.class).stream()
                .map(Event.Notice::message)
                .filter(message -> message.contains("has become smaller"))
                .toList();
        assertEquals(
                List.of("The data set has become smaller: epoch 2 stood at batch 2 and has only 1 now, so it ends"
                        + " there and the next one follows"),
                told);
    }

    @Test
    void stepsOfEarlierEpochsStayInTheStreamThoughTheirNumbersAreHigher() {
        Event.Step earlier = new Event.Step(null, 250, 300, 2, 1, null, 1e-3, 1, 1);
        Event.Step done = new Event.Step(null, 121, 160, 4, 1, null, 1e-3, 1, 1);
        Event.Step next = new Event.Step(null, 122, 160, 4, 1, null, 1e-3, 1, 1);
        assertTrue(EventsWriter.isBefore(earlier, 121, 4));
        assertTrue(EventsWriter.isBefore(done, 121, 4));
        assertFalse(EventsWriter.isBefore(next, 121, 4));
    }
}

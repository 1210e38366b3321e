package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final Deque<BackgroundTask<?>> waiting = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final LatestTask tasks = new LatestTask(waiting::add);

    private BackgroundTask<String> task(String name) {
        return BackgroundTask.of(() -> name).onSuccess(done::add);
    }

    private void finishOne() {
        waiting.remove().perform().run();
    }

    @Test
    void ofThoseThatComeMeanwhileOnlyTheNewestRuns() {
        tasks.submit(task("a"));
        tasks.submit(task("b"));
        tasks.submit(task("c"));
        assertEquals(1, waiting.size());
        finishOne();
        finishOne();
        assertEquals(List.of("a", "c"), done);
        assertEquals(0, waiting.size());
    }

    @Test
    void aPollIsLeftOutWhileOneRuns() {
        tasks.submitIfIdle(task("a"));
        tasks.submitIfIdle(task("b"));
        finishOne();
        assertEquals(0, waiting.size());
        tasks.submitIfIdle(task("c"));
        finishOne();
        assertEquals(List.of("a", "c"), done);
    }

    @Test
    void aFailureNobodyAskedForIsThrownAndTheNextStillRuns() {
        tasks.submit(BackgroundTask.of(() -> {
            throw new IllegalArgumentException("broken");
        }));
        tasks.submit(task("b"));
        assertThrows(IllegalArgumentException.class, this::finishOne);
        finishOne();
        assertEquals(List.of("b"), done);
    }
}

package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.fathom.ui.RunFixture;
import dev.fathom.ui.base.BackgroundTask;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The user does not wait for what is being read. */
class CompareMeanwhileTest extends CompareTestBase {
    private final Deque<BackgroundTask<?>> waiting = new ArrayDeque<>();

    private void finish(BackgroundTask<?> task) {
        task.perform().run();
    }

    private void finishAll() {
        while (!waiting.isEmpty()) {
            finish(waiting.remove());
        }
    }

    private RunChoice opened(String name, int minute, String... ids) throws IOException {
        RunFixture run = RunFixture.create(workspace, name, 40, null, minute).samples(48, 36, List.of(ids), List.of(5));
        return choice(run);
    }

    @Test
    void imagesOfARunThatIsNotChosenAnyMoreAreDropped() throws IOException {
        RunChoice first = opened("first", 0, "a");
        RunChoice second = opened("second", 1, "b", "c");
        model = new CompareViewModel(workspace, jobs, waiting::add, notices);
        model.runProperty().set(first);
        finish(waiting.remove());
        BackgroundTask<?> collecting = waiting.remove();
        model.runProperty().set(second);
        finish(collecting);
        assertEquals(List.of(), names(), "the first run's images are nobody's any more");
        finishAll();
        assertEquals(List.of("b", "c"), names());
        assertNotNull(model.shownProperty().get());
        assertEquals(0, notices.history().size());
    }

    private List<String> names() {
        return model.images().items().stream().map(item -> item.image().id()).toList();
    }
}

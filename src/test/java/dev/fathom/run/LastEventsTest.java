package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.ui.RunFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastEventsTest {
    @TempDir
    Path root;

    @Test
    void theLastStepAndEpochAreFoundInTheirOrder() throws IOException {
        RunFixture run = RunFixture.create(new Workspace(root), "student", 10, null, 0);
        assertEquals(List.of(), LastEvents.of(run.folder().events(), 4096));
        run.events(3);
        List<Event> all = EventLog.read(run.folder().events());
        assertEquals(
                all.subList(all.size() - 2, all.size()),
                LastEvents.of(run.folder().events(), 4096));
        Event.Step next = run.step(151, 4);
        try (EventLog log = EventLog.append(run.folder().events())) {
            log.write(next);
        }
        Files.writeString(run.folder().events(), "{\"type\":\"step\",\"st", StandardOpenOption.APPEND);
        assertEquals(
                List.of(all.get(all.size() - 1), next),
                LastEvents.of(run.folder().events(), 4096));
        assertEquals(List.of(next), LastEvents.of(run.folder().events(), 400), "the epoch lies before");
    }
}

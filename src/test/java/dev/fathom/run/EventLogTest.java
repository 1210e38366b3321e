package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("events.jsonl");
    }

    private static Event step(long n) {
        return new Event.Step(NOON, n, 10, 1, 0.5 / n, Map.of("silog", 0.25), 1e-3, 42.0, 3.5);
    }

    @Test
    void eventsComeBackEqual() throws IOException {
        List<Event> events = List.of(
                new Event.StateChanged(NOON, RunState.RUNNING, null),
                step(1),
                new Event.Epoch(NOON, 1, 2, 1, 0.5, Map.of("si_rmse", 0.3)),
                new Event.Samples(NOON, 1, "samples/epoch_001"),
                new Event.Checkpoint(NOON, "last", 1, 1),
                new Event.Notice(NOON, "one picture was left out"));
        try (EventLog log = EventLog.append(file)) {
            events.forEach(log::write);
        }
        assertEquals(events, EventLog.read(file));
    }

    @Test
    void aTornLastLineIsPassedOverAndEndedByTheNextWriter() throws IOException {
        try (EventLog log = EventLog.append(file)) {
            log.write(step(1));
        }
        Files.writeString(file, "{\"type\":\"step\",\"st", StandardOpenOption.APPEND);
        assertEquals(List.of(step(1)), EventLog.read(file));
        try (EventLog log = EventLog.append(file)) {
            log.write(step(2));
        }
        assertEquals(List.of(step(1), step(2)), EventLog.read(file));
    }

    @Test
    void aTailSeesOnlyWhatIsNewAndStartsOverWhenTheFileIsRewritten() throws IOException {
        EventTail tail = new EventTail(file);
        assertEquals(List.of(), tail.poll());
        try (EventLog log = EventLog.append(file)) {
            log.write(step(1));
            log.write(step(2));
            assertEquals(2, tail.poll().size());
            log.write(step(3));
            assertEquals(List.of(step(3)), tail.poll());
        }
        EventLog.retain(file, e -> e instanceof Event.Step s && s.step() < 2);
        assertEquals(List.of(step(1)), tail.poll());
        assertTrue(tail.restarted());
        assertEquals(List.of(), tail.poll());
    }

    @Test
    void aFullDiskIsToldInASentence() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "a device that is always full");
        try (EventLog log = EventLog.append(full)) {
            UserException e = assertThrows(UserException.class, () -> log.write(step(1)));
            assertEquals("The event stream /dev/full cannot be written: No space left on device", e.what());
            assertTrue(e.remedy().startsWith("Free space on the disk"), e.remedy());
        }
    }

    @Test
    void retainingLeavesOutWhatIsNoEventAndKeepsTheOrder() throws IOException {
        Files.writeString(file, Json.line(step(1)) + "\n{\"type\":\"telepathy\"}\n\n" + Json.line(step(2)) + "\n");
        Files.write(file, new byte[] {'{', (byte) 0xc3}, StandardOpenOption.APPEND);
        EventLog.retain(file, event -> true);
        assertEquals(Json.line(step(1)) + "\n" + Json.line(step(2)) + "\n", Files.readString(file));
        Files.delete(file);
        EventLog.retain(file, event -> true);
        assertEquals("", Files.readString(file));
    }

    /** The stream of a run of days is larger than the heap. */
    @Test
    void retainingHoldsNoEventLongerThanItsLine() throws IOException {
        try (EventLog log = EventLog.append(file)) {
            for (int n = 1; n <= 100; n++) {
                log.write(step(n));
            }
        }
        List<WeakReference<Event>> seen = new ArrayList<>();
        EventLog.retain(file, event -> {
            seen.add(new WeakReference<>(event));
            if (seen.size() == 100) {
                System.gc();
                assertNull(seen.get(0).get(), "the first event, at the last");
            }
            return true;
        });
        assertEquals(100, EventLog.read(file).size());
    }

    @Test
    void anEventOfANewerVersionIsPassedOver() throws IOException {
        Files.writeString(file, "{\"type\":\"telepathy\"}\n" + Json.line(step(1)) + "\n");
        assertEquals(List.of(step(1)), EventLog.read(file));
    }
}

package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path root;

    private RunFolder create(String name) {
        RunConfig config = SmallConfig.of(name, "street", null);
        return RunFolder.create(root.resolve("runs"), config, null, CLOCK);
    }

    @Test
    void twoRunsOfOneMinuteGetFoldersOfTheirOwn() {
        RunFolder first = create("Ünï / cödé: deep");
        RunFolder second = create("Ünï / cödé: deep");
        assertNotEquals(first.id(), second.id());
        assertTrue(first.id().endsWith("_Ünï-cödé-deep"), first.id());
        assertEquals(RunState.QUEUED, second.state());
        assertEquals("Ünï / cödé: deep", first.readConfig().name());
    }

    @Test
    void aRunWhoseProcessIsGoneReadsAsInterruptedAndCanBeResumed() throws IOException {
        RunFolder run = create("gone");
        run.update(info -> info.running(OwnerProcess.current(), NOON));
        assertEquals(RunState.RUNNING, run.state());
        OwnerProcess self = OwnerProcess.current();
        OwnerProcess recycled = new OwnerProcess(self.pid(), self.started().minusSeconds(60), self.host());
        run.update(info -> info.running(recycled, NOON));
        assertEquals(RunState.INTERRUPTED, run.state());
        assertTrue(run.state().isResumable());
    }

    @Test
    void aFinalStateNeverChanges() throws IOException {
        RunFolder run = create("done");
        run.update(info -> info.ended(RunState.FINISHED, NOON, null));
        assertThrows(IllegalStateException.class, () -> run.update(info -> info.ended(RunState.STOPPED, NOON, null)));
        assertEquals(RunState.FINISHED, run.state());
    }

    @Test
    void aStopRequestIsSeenByAnotherHandleOfTheSameFolder() throws IOException {
        RunFolder run = create("stop");
        RunFolder other = RunFolder.open(run.path());
        assertFalse(run.stopRequested());
        other.requestStop();
        assertTrue(run.stopRequested());
        run.clearStopRequest();
        assertFalse(other.stopRequested());
    }

    @Test
    void aRunIsTrainedByOneAtATime() throws IOException {
        RunFolder run = create("locked");
        try (FileLock lock = FileLock.acquire(run)) {
            UserException e = assertThrows(UserException.class, () -> FileLock.acquire(run));
            assertTrue(e.sentence().contains("another process"), e.sentence());
        }
        FileLock.acquire(run).close();
    }

    @Test
    void aBrokenFolderIsListedWithItsProblemAndHidesNoOther() throws IOException {
        RunFolder good = create("good");
        RunFolder bad = create("bad");
        Files.writeString(bad.path().resolve("run.json"), "{ not json");
        var entries = new Workspace(root).list();
        assertEquals(2, entries.size());
        assertEquals(good.id(), new Workspace(root).find("good").id());
        assertEquals(1, entries.stream().filter(e -> e.problem() != null).count());
    }
}

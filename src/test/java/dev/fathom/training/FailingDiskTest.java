package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a training is told although the disk does not take the news of it. */
class FailingDiskTest {
    @TempDir
    private Path folder;

    private RunFolder run;

    @BeforeEach
    void create() throws IOException {
        TinyRuns tiny = new TinyRuns(folder);
        run = tiny.create(tiny.config(1, "litedepth@32x32", null, null));
    }

    private UserException told(RuntimeException reason) {
        TrainingProgress failing = (step, of, epoch, loss, speed, left) -> {
            breakEvents();
            throw reason;
        };
        return assertThrows(UserException.class, () -> Training.run(run, () -> false, failing));
    }

    /** Nobody can append to a folder. */
    private void breakEvents() {
        try {
            Files.delete(run.events());
            Files.createDirectory(run.events());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theReasonOfAFailureComesBeforeWhatFollows() {
        UserException told = told(new UserException("The first reason", "Do something"));
        assertEquals("The first reason. Do something.", told.sentence());
        assertTrue(told.getSuppressed()[0] instanceof IOException, "what followed is not lost");
        assertEquals(RunState.FAILED, run.state());
        assertEquals("The first reason", run.info().failure().what());
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndNotTheExceptionOfIt() throws IOException {
        Files.createDirectory(run.metrics());
        UserException told =
                assertThrows(UserException.class, () -> Training.run(run, () -> false, TrainingProgress.silent()));
        assertTrue(told.what().contains("because a file cannot be read or written"), told.what());
        assertFalse(told.what().contains("Exception"), told.what());
        assertTrue(told.remedy().contains("resume"), told.remedy());
        assertEquals(told.what(), run.info().failure().what());
    }

    @Test
    void aRunThatDivergedSaysSo() {
        UserException told = told(new DivergedException("The loss became NaN", "Start a new run"));
        assertEquals("The loss became NaN. Start a new run.", told.sentence());
        assertEquals(RunState.DIVERGED, run.state());
    }
}

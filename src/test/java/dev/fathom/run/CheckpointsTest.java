package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path run;

    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        checkpoints = new Checkpoints(run.resolve("checkpoints"));
    }

    private Checkpoint save(long step, String text) throws IOException {
        Checkpoint.Position position =
                new Checkpoint.Position(step, 3, 7, Map.of("images", 56.0, "total", 0.1 + 0.2), 42);
        RunInfo.Best best = new RunInfo.Best(2, "si_rmse", 0.25);
        Map<String, Checkpoints.Content> contents = Map.of(
                Checkpoints.WEIGHTS, file -> Files.writeString(file, "weights " + text),
                Checkpoints.OPTIMIZER, file -> Files.writeString(file, "moments " + text));
        return checkpoints.write(Checkpoints.LAST, contents, position, best, NOW);
    }

    private String loadedWeights() throws IOException {
        Checkpoint last = checkpoints.find(Checkpoints.LAST).orElseThrow();
        assertTrue(
                Files.readString(checkpoints.file(last, Checkpoints.OPTIMIZER)).startsWith("moments"));
        return Files.readString(checkpoints.file(last, Checkpoints.WEIGHTS));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(checkpoints.folder())) {
            return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void whatWasWrittenIsReadBackToTheLastBit() throws IOException {
        Checkpoint written = save(120, "a");
        assertEquals(Optional.of(written), checkpoints.find(Checkpoints.LAST));
        assertEquals("weights a", loadedWeights());
        assertEquals(Optional.empty(), checkpoints.find(Checkpoints.BEST));
    }

    @Test
    void aNewCheckpointReplacesTheOldOneAndItsFiles() throws IOException {
        save(120, "a");
        save(130, "b");
        assertEquals("weights b", loadedWeights());
        assertEquals(List.of("last-130.optimizer.safetensors", "last-130.safetensors", "last.json"), files());
    }

    @Test
    void savingTheSameStepTwiceNeverTouchesTheFilesInUse() throws IOException {
        save(120, "a");
        save(120, "b");
        assertEquals("weights b", loadedWeights());
        assertEquals(List.of("last-120-2.optimizer.safetensors", "last-120-2.safetensors", "last.json"), files());
    }

    @Test
    void aFailureWhileWritingDataLeavesTheOldCheckpoint() throws IOException {
        save(120, "a");
        Map<String, Checkpoints.Content> full = Map.of(Checkpoints.WEIGHTS, file -> {
            Files.writeString(file, "torn");
            throw new IOException("No space left on device");
        });
        Checkpoint.Position next = Checkpoint.Position.start(42);
        assertThrows(IOException.class, () -> checkpoints.write(Checkpoints.LAST, full, next, null, NOW));
        assertEquals("weights a", loadedWeights());
    }

    @Test
    void aCrashAtAnyMomentLeavesAWholeCheckpoint() throws IOException {
        save(120, "a");
        Path folder = checkpoints.folder();
        // Killed while the new weights were written, then while the pointer was.
        Files.writeString(folder.resolve(".last-130.safetensors.1234.tmp"), "wei");
        assertEquals("weights a", loadedWeights());
        Files.writeString(folder.resolve("last-130.safetensors"), "weights b");
        assertEquals("weights a", loadedWeights());
        Files.writeString(folder.resolve(".last.json.1234.tmp"), "{\"fi");
        assertEquals("weights a", loadedWeights());
        // Killed after the pointer was swung and before the old files were deleted: the next save cleans up.
        save(140, "c");
        Files.writeString(folder.resolve("last-120.safetensors"), "weights a");
        assertEquals("weights c", loadedWeights());
        save(150, "d");
        assertEquals(List.of("last-150.optimizer.safetensors", "last-150.safetensors", "last.json"), files());
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        save(120, "a");
        Path weights = checkpoints.folder().resolve("last-120.safetensors");
        Files.writeString(weights, "weights x");
        UserException changed = assertThrows(UserException.class, this::loadedWeights);
        assertTrue(changed.what().contains("last-120.safetensors"), changed.what());
        Files.writeString(weights, "wei");
        assertThrows(UserException.class, () -> checkpoints.find(Checkpoints.LAST));
        Files.delete(weights);
        assertThrows(UserException.class, () -> checkpoints.find(Checkpoints.LAST));
    }

    @Test
    void weightsForUseAreTheBestElseTheLast() throws IOException {
        UserException none = assertThrows(UserException.class, checkpoints::weights);
        assertTrue(none.sentence().contains("no weights yet"), none.sentence());
        save(120, "a");
        assertEquals("last-120.safetensors", checkpoints.weights().getFileName().toString());
        checkpoints.write(
                Checkpoints.BEST,
                Map.of(Checkpoints.WEIGHTS, file -> Files.writeString(file, "best")),
                Checkpoint.Position.start(42),
                null,
                NOW);
        assertEquals("best-0.safetensors", checkpoints.weights().getFileName().toString());
    }
}

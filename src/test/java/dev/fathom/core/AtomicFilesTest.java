package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesAFileAndLeavesNothingElseBehind() throws IOException {
        Path file = folder.resolve("deep/Ünï 深度.json");
        AtomicFiles.writeString(file, "old");
        AtomicFiles.writeString(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("Ünï 深度.json"), names(file.getParent()));
    }

    @Test
    void aFailureHalfWayKeepsTheOldFileAndRemovesTheNew() throws IOException {
        Path file = folder.resolve("run.json");
        AtomicFiles.writeString(file, "old");
        IOException e = assertThrows(
                IOException.class,
                () -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1 << 17]);
                    throw new IOException("pulled the plug");
                }));
        assertEquals("pulled the plug", e.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("run.json"), names(folder));
    }

    @Test
    void aFullDiskIsLoudAndKeepsTheOldFile() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(4096)
                .setMaxSize(256 * 1024)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path file = disk.getPath("/work/weights.bin");
            byte[] old = new byte[100_000];
            AtomicFiles.write(file, old);
            assertThrows(IOException.class, () -> AtomicFiles.write(file, new byte[1_000_000]));
            assertArrayEquals(old, Files.readAllBytes(file));
            assertEquals(List.of("weights.bin"), names(file.getParent()));
        }
    }
}

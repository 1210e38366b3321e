package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    private Path file;
    private LogTail tail;

    @BeforeEach
    void open() {
        file = folder.resolve("log.txt");
        tail = new LogTail(file);
    }

    @Test
    void nothingIsToldBeforeTheFileIsThereAndWhileItStaysTheSame() throws IOException {
        assertEquals(Optional.empty(), tail.poll());
        Files.writeString(file, "one\n");
        assertEquals(Optional.of("one\n"), tail.poll());
        assertEquals(Optional.empty(), tail.poll());
        Files.writeString(file, "two\n", StandardOpenOption.APPEND);
        assertEquals(Optional.of("one\ntwo\n"), tail.poll());
    }

    @Test
    void ofALongFileOnlyTheLastWholeLinesAreRead() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("line ").append(i).append('\n');
        }
        Files.writeString(file, text);
        String end = tail.poll().orElseThrow();
        assertTrue(end.length() < 50_000);
        assertTrue(end.startsWith("line "), end.substring(0, 20));
        assertTrue(end.endsWith("line 9999\n"));
    }
}

package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnceTest {
    @TempDir
    Path folder;

    private final AtomicInteger reads = new AtomicInteger();
    private final ReadOnce<String> texts = new ReadOnce<>(this::read);

    private String read(Path file) {
        reads.incrementAndGet();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserException("There is no " + file, "Make one");
        }
    }

    @Test
    void aFileIsReadAgainOnlyWhenItHasChanged() throws IOException {
        Path file = folder.resolve("a");
        AtomicFiles.writeString(file, "one");
        assertEquals("one", texts.of(file));
        assertEquals("one", texts.of(file));
        assertEquals(1, reads.get());
        AtomicFiles.writeString(file, "longer");
        assertEquals("longer", texts.of(file));
        assertEquals(2, reads.get());
    }

    @Test
    void aReplacementOfTheSameSizeAndTimeIsSeen() throws IOException {
        Path file = folder.resolve("a");
        AtomicFiles.writeString(file, "one");
        FileTime time = Files.getLastModifiedTime(file);
        assertEquals("one", texts.of(file));
        AtomicFiles.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        assertEquals("two", texts.of(file));
    }

    @Test
    void aMissingFileIsTheReadersErrorEveryTime() {
        assertThrows(UserException.class, () -> texts.of(folder.resolve("none")));
        assertThrows(UserException.class, () -> texts.of(folder.resolve("none")));
        assertEquals(2, reads.get());
    }
}

package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void aNameThatTheSystemRefusesIsOneSentence() {
        Path folder = Path.of("folder");
        UserException e = assertThrows(UserException.class, () -> FileNames.in(folder, "a\0b"));
        assertEquals("\"a?b\" cannot be the name of a file here", e.what());
        assertEquals(e.sentence(), FileNames.problem("a\0b").orElseThrow().sentence());
        assertEquals(folder.resolve("a b"), FileNames.in(folder, "a b"));
        assertEquals(Optional.empty(), FileNames.problem("a b"));
    }
}

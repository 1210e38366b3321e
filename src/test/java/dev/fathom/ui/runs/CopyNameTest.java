package dev.fathom.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyNameTest {
    @Test
    void theNextFreeNumberIsTaken() {
        assertEquals("small 2", CopyName.of("small", Set.of("small")));
        assertEquals("small 4", CopyName.of("small", Set.of("small", "small 2", "small 3")));
    }

    @Test
    void theNumberOfACopyIsCountedOn() {
        assertEquals("small 3", CopyName.of("small 2", Set.of("small", "small 2")));
        assertEquals("seed 1 (3)", CopyName.of("seed 1 (2)", Set.of("seed 1", "seed 1 (2)")));
    }

    @Test
    void aNumberThatBelongsToTheNameStays() {
        assertEquals("alone, seed 1 (2)", CopyName.of("alone, seed 1", Set.of("alone, seed 1", "alone, seed 2")));
        assertEquals("kd2 (2)", CopyName.of("kd2", Set.of("kd2")));
        assertEquals("small 2 (2)", CopyName.of("small 2", Set.of("small 2")));
    }
}

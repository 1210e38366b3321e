package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnmadeTest {
    private final List<String> made = new ArrayList<>();
    private final Unmade unmade = new Unmade();

    @Test
    void partsAreMadeOnceEachAndInTheirOrder() {
        unmade.add(() -> made.add("header"), () -> made.add("list"));
        unmade.add(() -> made.add("tabs"));
        assertEquals(List.of(), made);
        assertTrue(unmade.makeNext());
        assertEquals(List.of("header"), made);
        assertTrue(unmade.makeNext());
        assertTrue(unmade.makeNext());
        assertFalse(unmade.makeNext());
        assertEquals(List.of("header", "list", "tabs"), made);
    }

    @Test
    void aPartThatFailsIsNotTriedAgain() {
        unmade.add(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> made.add("list"));
        try {
            unmade.makeNext();
        } catch (IllegalStateException e) {
            made.add(e.getMessage());
        }
        assertTrue(unmade.makeNext());
        assertEquals(List.of("broken", "list"), made);
    }
}

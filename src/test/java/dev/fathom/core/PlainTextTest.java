package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void nothingThatATerminalObeysIsLeft() {
        assertEquals("?[31mred?2J?", PlainText.of("\u001b[31mred\u009b2J\u0007"));
        assertEquals("safe?fdp.exe", PlainText.of("safe\u202efdp.exe"));
        assertEquals("a?b?c", PlainText.of("a\rb\tc"));
    }

    @Test
    void linesAndLettersStay() {
        assertEquals("Tiefe in m²\n深度 …", PlainText.of("Tiefe in m²\n深度 …"));
    }
}

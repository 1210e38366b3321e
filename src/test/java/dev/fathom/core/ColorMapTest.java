package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColorMapTest {
    @Test
    void everyMapThatShipsHasItsPublishedEnds() {
        assertEquals(0xff440154, ColorMap.named("viridis").argb(0f));
        assertEquals(0xfffde724, ColorMap.named("viridis").argb(1f));
        assertEquals(0xff000003, ColorMap.named("magma").argb(0f));
        assertEquals(0xff000003, ColorMap.named("inferno").argb(0f));
        assertEquals(0xff0c0786, ColorMap.named("plasma").argb(0f));
        assertEquals(0xff30123b, ColorMap.named("turbo").argb(0f));
        assertEquals(0xff7f7f7f, ColorMap.named("gray").argb(0.499f));
    }

    @Test
    void valuesOutsideTakeTheEnds() {
        ColorMap gray = ColorMap.named("gray");
        assertEquals(0xff000000, gray.argb(-3f));
        assertEquals(0xffffffff, gray.argb(7f));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        UserException e = assertThrows(UserException.class, () -> ColorMap.named("jet"));
        assertTrue(e.sentence().contains("viridis"), e.sentence());
    }
}

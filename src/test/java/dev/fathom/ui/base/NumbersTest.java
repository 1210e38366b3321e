package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void durationsHaveTheirTwoGreatestUnits() {
        assertEquals("45 s", Numbers.duration(45.2));
        assertEquals("3 min 20 s", Numbers.duration(200));
        assertEquals("2 h 14 min", Numbers.duration(2 * 3600 + 14 * 60 + 59));
        assertEquals(Numbers.NONE, Numbers.duration(Double.NaN));
        assertEquals(Numbers.NONE, Numbers.duration(-1));
    }

    @Test
    void axisNumbersAreShort() {
        assertEquals("0", Numbers.compact(0));
        assertEquals("0.05", Numbers.compact(0.05));
        assertEquals("1.5k", Numbers.compact(1500));
        assertEquals("20k", Numbers.compact(20_000));
        assertEquals("2M", Numbers.compact(2e6));
        assertEquals("1e-05", Numbers.compact(1e-5));
    }

    @Test
    void numbersBelowZeroHaveAMinusThatIsNoHyphen() {
        assertEquals("\u22120.25 m", Numbers.signedMetres(-0.25));
        assertEquals("+0.25 m", Numbers.signedMetres(0.25));
        assertEquals("\u22120.5", Numbers.compact(-0.5));
        assertEquals("\u22121.5k", Numbers.compact(-1500));
        assertEquals("\u22122e-05", Numbers.compact(-2e-5));
        assertEquals("\u221212.31", Numbers.significant(-12.31));
        assertEquals("\u22121,234", Numbers.count(-1234));
    }

    @Test
    void whatIsNotFiniteIsADash() {
        assertEquals(Numbers.NONE, Numbers.metric(Double.NaN));
        assertEquals(Numbers.NONE, Numbers.metres(Double.POSITIVE_INFINITY));
        assertEquals("12.5 %", Numbers.percent(0.125));
    }
}

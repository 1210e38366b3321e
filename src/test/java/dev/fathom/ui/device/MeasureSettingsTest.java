package dev.fathom.ui.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureSettingsTest {
    @Test
    void theDefaultsMeasureOneTwoAndFourThreads() {
        assertEquals(Optional.empty(), MeasureSettings.DEFAULT.problem());
        assertEquals(List.of(1, 2, 4), MeasureSettings.DEFAULT.options().threads());
        assertEquals(100, MeasureSettings.DEFAULT.options().runs());
    }

    @Test
    void withoutThreadsNothingCanBeMeasured() {
        assertTrue(new MeasureSettings(Set.of(), "10", "0", false, false)
                .problem()
                .orElseThrow()
                .contains("threads"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-5,0", "many,0", "'',0", "10,-1", "10,soon", "10,NaN", "10,1e9", "1e3,0"})
    void numbersThatAreNotPossibleAreNamed(String runs, String pause) {
        assertTrue(new MeasureSettings(Set.of(1), runs, pause, false, false)
                .problem()
                .isPresent());
    }

    @Test
    void whatIsChosenReachesTheBenchmark() {
        var options = new MeasureSettings(Set.of(4, 2), " 30 ", "0.5", true, true).options();
        assertEquals(List.of(2, 4), options.threads());
        assertEquals(30, options.runs());
        assertEquals(0.5, options.pause());
        assertTrue(options.fp16() && options.profile());
    }
}

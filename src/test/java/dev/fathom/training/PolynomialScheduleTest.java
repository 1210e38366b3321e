package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.ScheduleConfig;
import org.junit.jupiter.api.Test;

class PolynomialScheduleTest {
    private final PolynomialSchedule litedepth =
            new PolynomialSchedule(4e-3, new ScheduleConfig(0.9, 1e-3, 1500, 1e-4), 139_750);

    @Test
    void startsAtTheWarmUpRatioOfTheBaseRate() {
        assertEquals(4e-3 * 1e-4, litedepth.learningRate(0), 1e-18);
    }

    @Test
    void halfwayThroughTheWarmUpTheScheduledRateIsScaledLinearly() {
        // (3e-3 (1 - 750/139750)^0.9 + 1e-3) (1 - 0.5 * 0.9999)
        assertEquals(1.99295225e-3, litedepth.learningRate(750), 1e-11);
    }

    @Test
    void afterTheWarmUpItIsThePolynomialAlone() {
        // 3e-3 (1 - 1500/139750)^0.9 + 1e-3 and 3e-3 * 0.5^0.9 + 1e-3
        assertEquals(3.97100406e-3, litedepth.learningRate(1500), 1e-11);
        assertEquals(2.60766019e-3, litedepth.learningRate(139_750 / 2), 1e-11);
    }

    @Test
    void endsJustAboveTheMinimum() {
        assertEquals(1e-3, litedepth.learningRate(139_749), 1e-6);
    }

    @Test
    void withoutWarmUpTheFirstStepHasTheBaseRate() {
        PolynomialSchedule plain = new PolynomialSchedule(0.1, new ScheduleConfig(1.0, 0.0, 0, 0.0), 10);
        assertEquals(0.1, plain.learningRate(0), 1e-15);
        assertEquals(0.05, plain.learningRate(5), 1e-15);
    }
}

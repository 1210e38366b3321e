package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule litedepth = of("optimizer: {learning_rate: 4.0e-3}", 650, 215);

    private static Schedule of(String settings, int epochs, int stepsPerEpoch) {
        String yaml = "model: {architecture: a}\ndata: {folder: d}\ntraining: {epochs: " + epochs + "}\n" + settings;
        return Schedule.of(Json.parseYaml(yaml, RunConfig.class, "test"), stepsPerEpoch);
    }

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
        Schedule plain = of(
                "optimizer: {learning_rate: 0.1}\nschedule: {power: 1, min_learning_rate: 0, warmup_steps: 0}", 2, 5);
        assertEquals(0.1, plain.learningRate(0), 1e-15);
        assertEquals(0.05, plain.learningRate(5), 1e-15);
    }

    @Test
    void theCosineIsThatOfPyTorch() {
        Schedule cosine =
                of("optimizer: {learning_rate: 0.1}\nschedule: {name: cosine, min_learning_rate: 0.01}", 10, 10);
        assertEquals(0.1, cosine.learningRate(0), 1e-15);
        assertEquals(0.09997779521645793, cosine.learningRate(1), 1e-15);
        assertEquals(0.08681980515339464, cosine.learningRate(25), 1e-15);
        assertEquals(0.055000000000000014, cosine.learningRate(50), 1e-15);
        assertEquals(0.010022204783542078, cosine.learningRate(99), 1e-15);
    }

    @Test
    void stepsAreThoseOfPyTorchAfterWholeEpochs() {
        Schedule step =
                of("optimizer: {learning_rate: 0.1}\nschedule: {name: step, step_epochs: 5, gamma: 0.1}", 20, 7);
        assertEquals(0.1, step.learningRate(34), 1e-15);
        assertEquals(0.01, step.learningRate(35), 1e-15);
        assertEquals(0.001, step.learningRate(70), 1e-15);
        assertEquals(0.0001, step.learningRate(139), 1e-15);
    }

    @Test
    void aConstantRateCanBeWarmedUpToo() {
        Schedule constant = of(
                "optimizer: {learning_rate: 0.1}\nschedule: {name: constant, warmup_steps: 4, warmup_ratio: 0}", 1, 9);
        assertEquals(0, constant.learningRate(0), 1e-15);
        assertEquals(0.075, constant.learningRate(3), 1e-15);
        assertEquals(0.1, constant.learningRate(8), 1e-15);
    }

    @Test
    void anUnknownNameIsRefused() {
        UserException e = assertThrows(UserException.class, () -> of("schedule: {name: cosin}", 1, 1));
        assertTrue(e.sentence().contains("Use one of poly, cosine, step, constant"), e.sentence());
    }
}

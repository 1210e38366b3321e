package dev.fathom.training.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRobustLossTest {
    private static final Shape MAP = new Shape(1, 1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);
    private static final AdaptiveRobustLoss LOSS = new AdaptiveRobustLoss(1, 2);

    private static GoldenMaps.Evaluated at(double logit, double logC, Truth truth) {
        Map<String, double[]> values = Map.of("alpha_logit", new double[] {logit}, "log_c", new double[] {logC});
        return GoldenMaps.evaluate(LOSS, values, GoldenMaps.prediction(), MAP, truth);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.7", "1.5, -0.3", "-2, -1", "-12, 0", "12, 1", "0, -30"})
    void gradientsOfItsParametersAgreeWithFiniteDifferences(double logit, double logC) {
        Truth truth = GoldenMaps.truth();
        Map<String, double[]> found = at(logit, logC, truth).byParameter();
        double h = 1e-5;
        double byLogit =
                (at(logit + h, logC, truth).value() - at(logit - h, logC, truth).value()) / (2 * h);
        double byLogC =
                (at(logit, logC + h, truth).value() - at(logit, logC - h, truth).value()) / (2 * h);
        assertEquals(byLogit, found.get("alpha_logit")[0], 1e-8 * (1 + Math.abs(byLogit)));
        assertEquals(byLogC, found.get("log_c")[0], 1e-8 * (1 + Math.abs(byLogC)));
    }

    @Test
    void itBeginsWhereItIsTold() {
        Map<String, double[]> first = new AdaptiveRobustLoss(1.5, 0.2).parameters();
        assertEquals(1.5, 0.001 + 1.998 / (1 + Math.exp(-first.get("alpha_logit")[0])), 1e-12);
        assertEquals(0.2, 0.001 + Math.exp(first.get("log_c")[0]), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveRobustLoss(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveRobustLoss(1, 0));
    }

    @Test
    void withoutAValidPixelNothingIsTrained() {
        GoldenMaps.Evaluated result = at(0, 0, GoldenMaps.blank());
        assertEquals(0, result.value());
        assertEquals(0, result.byParameter().get("alpha_logit")[0]);
        assertEquals(0, result.byParameter().get("log_c")[0]);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.291707031", "1, 1.185495232", "1.5, 1.087188919"})
    void thePartitionFunctionIsThatOfPyTorch(double alpha, double log) {
        assertEquals(log, Partition.of(new Barron(alpha)).log(), 1e-9);
    }

    @Test
    void thePartitionFunctionMeetsItsLimits() {
        assertEquals(
                Math.log(Math.PI * Math.sqrt(2)), Partition.of(new Barron(1e-7)).log(), 1e-6);
        assertEquals(
                Math.log(Math.sqrt(2 * Math.PI)),
                Partition.of(new Barron(2 - 1e-7)).log(),
                1e-6);
        // 2 e K1(1), K1 being a modified Bessel function.
        assertEquals(
                Math.log(2 * Math.E * 0.6019072301972346),
                Partition.of(new Barron(1)).log(),
                1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 1, 1.7, 1.99})
    void theSlopeOfThePartitionFunctionAgreesWithFiniteDifferences(double alpha) {
        double h = 1e-5;
        double up = Partition.of(new Barron(alpha + h)).log();
        double down = Partition.of(new Barron(alpha - h)).log();
        assertEquals((up - down) / (2 * h), Partition.of(new Barron(alpha)).slope(), 1e-7);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 1, 0})
    void theGeneralFunctionIsContinuousAtItsLimits(double alpha) {
        for (double z : new double[] {0, 1e-3, 1, 30}) {
            assertEquals(new Barron(alpha).rho(z), new Barron(alpha + 1e-9).rho(z), 1e-5 * (1 + z));
            assertEquals(new Barron(alpha).slope(z), new Barron(alpha - 1e-9).slope(z), 1e-5);
        }
        assertTrue(Math.abs(new Barron(-1e9).rho(1) - new Barron(Double.NEGATIVE_INFINITY).rho(1)) < 1e-8);
    }
}

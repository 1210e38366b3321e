package dev.fathom.training.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DepthLossTest {
    private static final int SIZE = GoldenMaps.HEIGHT * GoldenMaps.WIDTH;
    private static final Shape MAP = new Shape(1, 1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);

    /** Every loss with PyTorch's value of the official code, or of the printed formula. */
    static Stream<Arguments> goldenValues() {
        return Stream.of(
                Arguments.of(SiLogLoss.LITEDEPTH, .2204330),
                Arguments.of(SiLogLoss.Variant.BTS.usual(), 2.1987225),
                Arguments.of(SiLogLoss.Variant.ADABINS.usual(), 2.2049791),
                Arguments.of(ScaleInvariantLoss.WANG, .047665756),
                Arguments.of(new L1Loss(), 0.6727243),
                Arguments.of(new MseLoss(), 0.6702768),
                Arguments.of(new GradientLoss(GradientLoss.Variant.AS_CODED), .6459820),
                Arguments.of(new GradientLoss(GradientLoss.Variant.AS_PUBLISHED), .5285948),
                Arguments.of(new GradientLoss(GradientLoss.Variant.MASKED_MEAN), .6464380),
                Arguments.of(RobustLoss.LITEDEPTH, .0773647),
                Arguments.of(new PrintedRobustLoss(2), -.6636378),
                Arguments.of(new RobustLoss(2, 1), .335138381),
                Arguments.of(new RobustLoss(0, .5), .673786835),
                Arguments.of(new RobustLoss(-2, 1), .248998567),
                Arguments.of(new RobustLoss(Double.NEGATIVE_INFINITY, 1), .240964899),
                Arguments.of(new RobustLoss(1.5, .5), .901490188),
                Arguments.of(new AdaptiveRobustLoss(1, 2), 1.956007158),
                Arguments.of(new AdaptiveRobustLoss(.5, .7), 1.383077906),
                Arguments.of(new LogL1Loss(), .077027395),
                Arguments.of(new LogGradientLoss(), 1.720146091),
                Arguments.of(new NormalLoss(), .738856944));
    }

    static Stream<DepthLoss> losses() {
        return goldenValues().map(arguments -> (DepthLoss) arguments.get()[0]);
    }

    @ParameterizedTest
    @MethodSource("goldenValues")
    void hasTheValueOfTheOfficialCode(DepthLoss loss, double golden) {
        double value = GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.truth())
                .value();
        assertEquals(golden, value, 0.6e-7);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientAgreesWithFiniteDifferences(DepthLoss loss) {
        double error = GoldenMaps.gradientError(loss, GoldenMaps.prediction(), MAP, GoldenMaps.truth());
        assertTrue(error < 1e-6, "relative error " + error);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientAgreesWithFiniteDifferencesWhereCellsStandForBlocksOfPixels(DepthLoss loss) {
        double[] coarse = Arrays.copyOf(GoldenMaps.prediction(), 5 * 8);
        // At this size no 3x3 cells of the golden truth are all valid.
        Truth truth = loss instanceof SobelLoss ? withoutHoles() : GoldenMaps.truth();
        double error = GoldenMaps.gradientError(loss, coarse, new Shape(1, 1, 5, 8), truth);
        assertTrue(error < 1e-6, "relative error " + error);
    }

    private static Truth withoutHoles() {
        float[] metres = new float[SIZE];
        float[] ones = new float[SIZE];
        for (int k = 0; k < SIZE; k++) {
            metres[k] = (float) (3 + Math.sin(.4 * (k / GoldenMaps.WIDTH)) + .1 * (k % GoldenMaps.WIDTH));
        }
        Arrays.fill(ones, 1f);
        return new Truth(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, metres, ones);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void onPredictionsUpsampledByCellsItIsTheLossOfTheUpsampledMap(DepthLoss loss) {
        if (loss instanceof GradientLoss || loss instanceof SobelLoss) {
            return;
        }
        double[] cells = Arrays.copyOf(GoldenMaps.prediction(), 5 * 8);
        double[] pixels = new double[SIZE];
        for (int k = 0; k < SIZE; k++) {
            pixels[k] = cells[k / GoldenMaps.WIDTH * 5 / GoldenMaps.HEIGHT * 8 + k % GoldenMaps.WIDTH / 2];
        }
        double expected = GoldenMaps.evaluate(loss, pixels, GoldenMaps.truth()).value();
        GoldenMaps.Evaluated result = GoldenMaps.evaluate(loss, cells, new Shape(1, 1, 5, 8), GoldenMaps.truth());
        assertEquals(expected, result.value(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void withoutAValidPixelNothingIsNaN(DepthLoss loss) {
        assertFinite(GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.blank()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void onEqualConstantInputsNothingIsNaN(DepthLoss loss) {
        float[] two = new float[SIZE];
        float[] ones = new float[SIZE];
        double[] same = new double[SIZE];
        Arrays.fill(two, 2f);
        Arrays.fill(ones, 1f);
        Arrays.fill(same, 2);
        Truth truth = new Truth(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, two, ones);
        assertFinite(GoldenMaps.evaluate(loss, same, truth));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void onPredictionsOfZeroNothingIsNaN(DepthLoss loss) {
        assertFinite(GoldenMaps.evaluate(loss, new double[SIZE], GoldenMaps.truth()));
    }

    @Test
    void silogWithoutEpsTakesDepthsBelowAMillimetreAsOneAndGivesThemNoGradient() {
        SiLogLoss loss = SiLogLoss.Variant.BTS.usual();
        GoldenMaps.Evaluated zeros = GoldenMaps.evaluate(loss, new double[SIZE], GoldenMaps.truth());
        double[] millimetres = new double[SIZE];
        Arrays.fill(millimetres, 1e-3);
        GoldenMaps.Evaluated ones = GoldenMaps.evaluate(loss, millimetres, GoldenMaps.truth());
        assertEquals(ones.value(), zeros.value(), 1e-12);
        assertTrue(Arrays.stream(zeros.gradient()).allMatch(g -> g == 0));
        assertTrue(Arrays.stream(ones.gradient()).anyMatch(g -> g < 0));
    }

    private static void assertFinite(GoldenMaps.Evaluated result) {
        assertTrue(Double.isFinite(result.value()));
        assertTrue(Arrays.stream(result.gradient()).allMatch(Double::isFinite));
    }

    @Test
    void pixelLossesAreZeroWithZeroGradientWithoutAValidPixel() {
        for (DepthLoss loss : List.of(
                SiLogLoss.LITEDEPTH, ScaleInvariantLoss.WANG, RobustLoss.LITEDEPTH, new L1Loss(), new MseLoss())) {
            GoldenMaps.Evaluated result = GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.blank());
            assertEquals(0, result.value());
            assertTrue(Arrays.stream(result.gradient()).allMatch(g -> g == 0));
        }
    }

    @Test
    void publishedGradientLossIgnoresThePredictionAlongHolesAndTheCodedOneSmoothsIt() {
        double[] rough = new double[SIZE];
        for (int i = 0; i < rough.length; i++) {
            rough[i] = 1 + i % 2;
        }
        GradientLoss published = new GradientLoss(GradientLoss.Variant.AS_PUBLISHED);
        GradientLoss coded = new GradientLoss(GradientLoss.Variant.AS_CODED);
        assertEquals(
                0, GoldenMaps.evaluate(published, rough, GoldenMaps.blank()).value());
        assertEquals(1, GoldenMaps.evaluate(coded, rough, GoldenMaps.blank()).value(), 1e-12);
    }

    @Test
    void silogPoolsTheBatchInsteadOfAveragingItsImages() {
        // Two images whose log error is ln 2 and 0 everywhere: mean ln2/2, unbiased variance 384/383 (ln2/2)^2.
        double[] p = new double[2 * SIZE];
        float[] ones = new float[2 * SIZE];
        Arrays.fill(p, 0, SIZE, 2);
        Arrays.fill(p, SIZE, 2 * SIZE, 1);
        Arrays.fill(ones, 1f);
        Truth truth = new Truth(2, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, ones, ones);
        DepthGrid prediction = new DepthGrid(2, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, p);
        double half = Math.log(2) / 2;
        double expected = Math.sqrt(384 / 383.0 * half * half + 0.15 * half * half);
        double value = new SiLogLoss(SiLogLoss.Variant.LITEDEPTH, 1, 0.85, 0)
                .evaluate(prediction, truth, new double[p.length]);
        assertEquals(expected, value, 1e-12);
    }
}

package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers are numpy's, in double, on the same float32 maps. */
class ProtocolsTest {
    private static final double RELATIVE = 1e-9;

    /** Formulas of the field's golden numbers, larger: truth is 0 where (7i + 3j) % 11 == 0. */
    private static DepthMap map(boolean truth, int height, int width, double scale) {
        float[] metres = new float[height * width];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                double value = truth
                        ? 3.2 + 0.8 * Math.cos(0.5 * i - 0.2 * j) + 0.05 * (i % 12)
                        : 3 + Math.sin(0.7 * i + 0.3 * j) + 0.1 * (j % 16);
                boolean hole = truth && (7 * i + 3 * j) % 11 == 0;
                metres[i * width + j] = hole ? 0 : (float) (scale * value);
            }
        }
        return DepthMap.ofPositive(width, height, metres);
    }

    private static void check(String protocol, Alignment alignment, int height, int width, double scale, double... e) {
        DepthMetrics m = Protocols.named(protocol, alignment)
                .measure(map(false, height, width, scale), map(true, height, width, scale));
        double[] actual = {
            m.siRmse(),
            m.rmse(),
            m.absRel(),
            m.log10(),
            m.rmseLog(),
            m.sqRel(),
            m.silog(),
            m.d1(),
            m.d2(),
            m.d3(),
            m.pixels()
        };
        for (int k = 0; k < e.length; k++) {
            assertEquals(e[k], actual[k], RELATIVE * Math.abs(e[k]), protocol + " metric " + k);
        }
    }

    @Test
    void nyuScoresTheEigenCropUpToTenMetres() {
        check(
                "nyu-eigen",
                Alignment.NONE,
                480,
                640,
                2.6,
                0.2092872468074941,
                1.878858233192265,
                0.20502413252207344,
                0.08255696620286192,
                0.2284695966466736,
                0.4673624419447307,
                20.92872468074941,
                0.6095268072605183,
                0.9741405239044522,
                1.0,
                142965);
    }

    @Test
    void kittiScoresTheEigenOrTheGargCropUpToEightyMetres() {
        check(
                "kitti-eigen",
                Alignment.NONE,
                375,
                1242,
                20.5,
                0.21634850602116656,
                15.29293601167237,
                0.20917263123803737,
                0.08424123062509054,
                0.23403817233141033,
                3.897383607441307,
                21.634850602116657,
                0.6011787694207354,
                0.9672655986455608,
                1.0,
                157113);
        check(
                "kitti-garg",
                Alignment.NONE,
                375,
                1242,
                20.5,
                0.21612823687733224,
                15.27266839053451,
                0.20882497261636443,
                0.08413366222097929,
                0.23371915130386298,
                3.884776154969743,
                21.612823687733222,
                0.6017718291905673,
                0.9675398342893563,
                1.0,
                156900);
    }

    @Test
    void relativePredictionsAreAlignedAsSaid() {
        check("plain", Alignment.NONE, 48, 64, 1, 0.29213896942701856, 1.0647350416384194, 0.263238759497242);
        check("plain", Alignment.MEDIAN, 48, 64, 1, 0.29213896942701856, 0.9775764389889322, 0.23666209143409048);
        check("plain", Alignment.SCALE_SHIFT, 48, 64, 1, 0.17308131873217708, 0.5894345260077375, 0.15610935692354067);
        check(
                "plain",
                Alignment.INVERSE_SCALE_SHIFT,
                48,
                64,
                1,
                0.17308167356875823,
                0.5982429025227519,
                0.15277099001654798);
    }

    @Test
    void nothingPredictedIsLeftOut() {
        DepthMap truth = DepthMap.ofPositive(4, 1, new float[] {2, 2, 2, 2});
        float[] raw = {Float.NaN, Float.POSITIVE_INFINITY, -1, 2};
        Protocol plain = Protocols.named("plain", Alignment.NONE);
        ErrorSums sums = plain.sums(DepthMap.ofPositive(4, 1, raw), truth);
        assertEquals(4, sums.pixels());
        assertEquals(1, sums.within3());
        // 1 mm for what is no number or negative, a thousand kilometres for what is infinite.
        assertEquals(2 * 1.999 * 1.999 + 999_998.0 * 999_998.0, sums.squares(), 1);
    }

    @Test
    void aSquareMetreIsPooledByImageOrByPixel() {
        DepthMap one = DepthMap.ofPositive(1, 1, new float[] {1});
        DepthMap two = DepthMap.ofPositive(3, 1, new float[] {2, 2, 2});
        Protocol plain = Protocols.named("plain", Alignment.NONE);
        ErrorSums wrong = plain.sums(DepthMap.ofPositive(1, 1, new float[] {2}), one);
        ErrorSums right = plain.sums(two, two);
        assertEquals(
                0.5,
                DepthMetrics.mean(List.of(wrong.metrics(), right.metrics())).rmse(),
                1e-12);
        assertEquals(0.5, wrong.plus(right).metrics().rmse(), 1e-12);
        assertEquals(
                0.5,
                DepthMetrics.mean(List.of(wrong.metrics(), right.metrics())).d1(),
                1e-12);
        assertEquals(0.75, wrong.plus(right).metrics().d1(), 1e-12);
    }

    @Test
    void whatDoesNotApplyIsASentence() {
        DepthMap small = DepthMap.ofPositive(2, 2, new float[] {1, 1, 1, 1});
        String told = assertThrows(UserException.class, () -> Protocols.named("nyu-eigen", Alignment.NONE)
                        .sums(small, small))
                .sentence();
        assertTrue(told.contains("480x640, not of 2x2"), told);
        assertThrows(UserException.class, () -> Protocols.named("nyu", Alignment.NONE));
        assertThrows(UserException.class, () -> Protocols.named("mai", Alignment.MEDIAN));
        assertThrows(UserException.class, () -> Alignment.named("least-squares"));
        for (String name : Protocols.names()) {
            assertEquals(name, Protocols.named(name, Alignment.NONE).name());
        }
    }

    @Test
    void anImageWithoutPixelsInTheRangeIsCountedAsNone() {
        DepthMap far = DepthMap.ofPositive(40, 40, new float[1600]);
        assertEquals(
                DepthMetrics.empty(),
                Protocols.named("kitti-garg", Alignment.MEDIAN).measure(far, far));
    }
}

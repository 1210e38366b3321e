package dev.fathom.core;

import static dev.fathom.core.PointFit.Freedom.SCALE;
import static dev.fathom.core.PointFit.Freedom.SCALE_SHIFT;
import static dev.fathom.core.PointFit.Space.DEPTH;
import static dev.fathom.core.PointFit.Space.INVERSE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The numbers are those of numpy.linalg.lstsq. */
class PointFitTest {
    private static final double[] X = {0.5, 1.2, 2.0, 3.1, 4.4};
    private static final double[] Y = {1.1, 2.0, 3.3, 4.5, 6.6};

    @Test
    void scaleAndShiftInDepth() {
        PointFit fit = PointFit.of(X, Y, DEPTH, SCALE_SHIFT, false);
        assertEquals(1.39364814, fit.line().scale(), 1e-8);
        assertEquals(0.37822817, fit.line().shift(), 1e-8);
        assertArrayEquals(
                new double[] {-0.02494776, 0.05060593, -0.13447555, 0.1985374, -0.08972002}, fit.residuals(), 1e-8);
        assertEquals(0.11724658369172145, fit.rmse(), 1e-9);
        assertEquals(5, fit.inliers());
        assertEquals(1.39364814 * 10 + 0.37822817, fit.metres(10), 1e-7);
    }

    @Test
    void scaleAlone() {
        assertEquals(1.51586844, PointFit.of(X, Y, DEPTH, SCALE, false).line().scale(), 1e-8);
        assertEquals(0.48870734, PointFit.of(X, Y, INVERSE, SCALE, false).line().scale(), 1e-8);
        assertEquals(0, PointFit.of(X, Y, DEPTH, SCALE, false).line().shift());
    }

    @Test
    void scaleAndShiftInInverseDepth() {
        PointFit fit = PointFit.of(X, Y, INVERSE, SCALE_SHIFT, false);
        assertEquals(0.41861353, fit.line().scale(), 1e-8);
        assertEquals(0.09206082, fit.line().shift(), 1e-8);
        assertEquals(-1.25812701, fit.residuals()[4], 1e-7);
        // 1 / (0.41861353 / 2 + 0.09206082)
        assertEquals(3.31820691, fit.metres(2), 1e-7);
        assertEquals(1 / 0.09206082, fit.metres(Double.POSITIVE_INFINITY), 1e-5);
    }

    @Test
    void anOutlierMovesOnlyTheFitThatIsNotRobust() {
        double[] y = Y.clone();
        y[2] = 33;
        PointFit robust = PointFit.of(X, y, DEPTH, SCALE_SHIFT, true);
        assertEquals(1.39789474, robust.line().scale(), 1e-8);
        assertEquals(0.33484211, robust.line().shift(), 1e-8);
        assertFalse(robust.used()[2]);
        assertEquals(4, robust.inliers());
        assertTrue(Math.abs(PointFit.of(X, y, DEPTH, SCALE_SHIFT, false).line().shift() - 0.335) > 3);
    }

    @Test
    void exactPointsStayInARobustFit() {
        double[] y = DoubleStream.of(X).map(x -> 3 * x).toArray();
        y[0] = 7;
        PointFit fit = PointFit.of(X, y, DEPTH, SCALE, true);
        assertEquals(3, fit.line().scale(), 1e-12);
        assertEquals(4, fit.inliers());
    }

    @Test
    void aFifthOfManyPointsMayBeWrong() {
        int n = 5000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1 + i % 97 / 10.0;
            y[i] = i % 5 == 0 ? 50 - x[i] : 2 * x[i] + 1 + 0.01 * Math.sin(i);
        }
        PointFit fit = PointFit.of(x, y, DEPTH, SCALE_SHIFT, true);
        assertEquals(2, fit.line().scale(), 1e-3);
        assertEquals(1, fit.line().shift(), 1e-2);
        assertEquals(4000, fit.inliers());
    }

    @Test
    void whatIsNotInFrontOfTheCameraIsNotValid() {
        PointFit fit = PointFit.of(new double[] {1, 2, 3}, new double[] {1, 3, 5}, DEPTH, SCALE_SHIFT, false);
        DepthMap aligned = fit.apply(DepthMap.ofPositive(3, 1, new float[] {0.25f, 2, 4}));
        assertFalse(aligned.valid().get(0));
        assertEquals(3, aligned.metres(1, 0), 1e-6);
        assertEquals(7, aligned.metres(2, 0), 1e-6);
    }

    private static void refused(String told, double[] x, double[] y, PointFit.Freedom freedom, boolean robust) {
        String sentence = assertThrows(UserException.class, () -> PointFit.of(x, y, DEPTH, freedom, robust))
                .sentence();
        assertTrue(sentence.contains(told), sentence);
    }

    @Test
    void pointsThatSayNothingAreRefused() {
        double[] two = {1, 2};
        double[] three = {1, 2, 3};
        refused("needs 2", new double[] {1}, new double[] {1}, SCALE, false);
        refused("needs 3", two, two, SCALE_SHIFT, false);
        refused("needs 4", three, three, SCALE_SHIFT, true);
        refused("is the same", new double[] {2, 2, 2}, three, SCALE_SHIFT, false);
        refused("is nearer", three, new double[] {3, 2, 1}, SCALE_SHIFT, false);
    }
}

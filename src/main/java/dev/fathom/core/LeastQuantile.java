package dev.fathom.core;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds outliers without a threshold in metres: of the lines through as many points as there are unknowns, the one whose
 * residuals are least in three quarters of the points; then everything within 2.5 of the standard deviations that they
 * give (least quantile of squares; Rousseeuw and Leroy, "Robust Regression and Outlier Detection", 1987). A quarter of
 * the points may be wrong. The median, for half of them, takes three points that happen to lie on a line for the truth
 * where there are few. The same points always give the same answer.
 */
final class LeastQuantile {
    private static final int CANDIDATES = 2000;
    private static final int POINTS = 2000;
    private static final long SEED = 1;
    private static final double WITHIN = 2.5;

    /** Makes the third quartile of absolute residuals the standard deviation of a normal distribution. */
    private static final double NORMAL = 1 / 1.1503;

    private LeastQuantile() {}

    /** Which points the line is to rest on. */
    static boolean[] inliers(double[] x, double[] y, PointFit.Freedom freedom) {
        int[] sample = sample(x.length);
        Line best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Line line : candidates(x, y, sample, freedom)) {
            double quantile = quantile(line, x, y, sample);
            if (quantile < least) {
                least = quantile;
                best = line;
            }
        }
        int unknowns = freedom == PointFit.Freedom.SCALE ? 1 : 2;
        double deviation = NORMAL * (1 + 5.0 / (x.length - unknowns)) * Math.sqrt(least);
        double limit = Math.max(WITHIN * deviation, rounding(y));
        boolean[] used = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            used[i] = best == null || Math.abs(best.at(x[i]) - y[i]) <= limit;
        }
        return used;
    }

    /** Residuals of exact data are not 0 but rounding. */
    private static double rounding(double[] y) {
        return Math.ulp((float) Arrays.stream(y).map(Math::abs).max().orElseThrow());
    }

    private static int[] sample(int points) {
        SplittableRandom random = new SplittableRandom(SEED);
        return points <= POINTS
                ? IntStream.range(0, points).toArray()
                : random.ints(POINTS, 0, points).toArray();
    }

    /** Lines through as few points as define one: all of them where there are few, some of many. */
    private static List<Line> candidates(double[] x, double[] y, int[] sample, PointFit.Freedom freedom) {
        Stream<Line> lines = freedom == PointFit.Freedom.SCALE
                ? Arrays.stream(sample).mapToObj(i -> new Line(y[i] / x[i], 0))
                : pairs(sample).map(pair -> through(x, y, pair[0], pair[1]));
        return lines.filter(line -> Double.isFinite(line.scale())).toList();
    }

    private static Stream<int[]> pairs(int[] sample) {
        int n = sample.length;
        if (n * (n - 1) / 2 <= CANDIDATES) {
            return IntStream.range(0, n).boxed().flatMap(i -> IntStream.range(i + 1, n)
                    .mapToObj(j -> new int[] {sample[i], sample[j]}));
        }
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, CANDIDATES)
                .mapToObj(k -> new int[] {sample[random.nextInt(n)], sample[random.nextInt(n)]});
    }

    /** Not finite if both lie above each other. */
    private static Line through(double[] x, double[] y, int first, int second) {
        double scale = (y[second] - y[first]) / (x[second] - x[first]);
        return new Line(scale, y[first] - scale * x[first]);
    }

    private static double quantile(Line line, double[] x, double[] y, int[] sample) {
        double[] squares = new double[sample.length];
        for (int i = 0; i < squares.length; i++) {
            double residual = line.at(x[sample[i]]) - y[sample[i]];
            squares[i] = residual * residual;
        }
        Arrays.sort(squares);
        int wrong = (squares.length + 1) / 4;
        return squares[squares.length - 1 - wrong];
    }
}

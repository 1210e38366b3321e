package dev.fathom.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Brings the scored pixels of a relative prediction into metres with the help of the truth, before anything is clamped.
 * Numbers with an alignment cannot be compared with numbers without it.
 */
public enum Alignment {
    /** The prediction is metres already. */
    NONE("no alignment") {
        @Override
        double[] apply(double[] p, double[] g) {
            return p;
        }
    },
    /** p * median(g) / median(p), as self-supervised methods have it. */
    MEDIAN("scaled by the ratio of the medians") {
        @Override
        double[] apply(double[] p, double[] g) {
            Pairs pairs = Pairs.finite(p, g);
            double factor = pairs.isEmpty() ? 1 : median(pairs.y) / median(pairs.x);
            return Arrays.stream(p).map(value -> value * factor).toArray();
        }
    },
    /** s p + t with the least squared error in metres. */
    SCALE_SHIFT("scale and shift by least squares in depth") {
        @Override
        double[] apply(double[] p, double[] g) {
            return fitted(p, g);
        }
    },
    /** 1 / (s / p + t) with the least squared error of inverse depth, as MiDaS is scored. Where that is not positive: far. */
    INVERSE_SCALE_SHIFT("scale and shift by least squares in inverse depth") {
        @Override
        double[] apply(double[] p, double[] g) {
            return Arrays.stream(fitted(inverted(p), inverted(g)))
                    .map(disparity -> disparity <= 0 ? Double.POSITIVE_INFINITY : 1 / disparity)
                    .toArray();
        }
    };

    private final String rule;

    Alignment(String rule) {
        this.rule = rule;
    }

    /** In words, for a protocol's rules. */
    public String rule() {
        return rule;
    }

    /** As on the command line: {@code inverse-scale-shift}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UserException naming all, if there is none of that name */
    public static Alignment named(String text) {
        return Arrays.stream(values())
                .filter(alignment -> alignment.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "There is no alignment \"" + text + "\"",
                        "Use one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(Alignment::text)
                                                .toList())));
    }

    /**
     * The prediction in metres; what is not finite is left out of the fit and stays as it is.
     *
     * @param p prediction at the scored pixels, not empty
     * @param g truth at the same pixels, above 0
     */
    abstract double[] apply(double[] p, double[] g);

    private static double[] fitted(double[] x, double[] y) {
        Pairs pairs = Pairs.finite(x, y);
        Line line = pairs.isEmpty() ? new Line(1, 0) : Line.fitted(pairs.x, pairs.y);
        return Arrays.stream(x).map(line::at).toArray();
    }

    /** Values that belong together. */
    private record Pairs(double[] x, double[] y) {
        static Pairs finite(double[] x, double[] y) {
            int[] usable = IntStream.range(0, x.length)
                    .filter(i -> Double.isFinite(x[i]))
                    .toArray();
            return new Pairs(
                    Arrays.stream(usable).mapToDouble(i -> x[i]).toArray(),
                    Arrays.stream(usable).mapToDouble(i -> y[i]).toArray());
        }

        boolean isEmpty() {
            return x.length == 0;
        }
    }

    private static double[] inverted(double[] values) {
        return Arrays.stream(values).map(value -> 1 / value).toArray();
    }

    /** The mean of the middle two if their number is even, as numpy has it. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package dev.fathom.core;

import java.util.Arrays;
import java.util.Locale;

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
            double factor = median(g) / median(p);
            return Arrays.stream(p).map(value -> value * factor).toArray();
        }
    },
    /** s p + t with the least squared error in metres. */
    SCALE_SHIFT("scale and shift by least squares in depth") {
        @Override
        double[] apply(double[] p, double[] g) {
            Line line = Line.fitted(p, g);
            return Arrays.stream(p).map(line::at).toArray();
        }
    },
    /** 1 / (s / p + t) with the least squared error of inverse depth, as MiDaS is scored. Where that is not positive: far. */
    INVERSE_SCALE_SHIFT("scale and shift by least squares in inverse depth") {
        @Override
        double[] apply(double[] p, double[] g) {
            double[] inverse = inverted(p);
            Line line = Line.fitted(inverse, inverted(g));
            return Arrays.stream(inverse)
                    .map(line::at)
                    .map(disparity -> disparity > 0 ? 1 / disparity : Double.POSITIVE_INFINITY)
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
                .orElseThrow(() -> new UserException(
                        "There is no alignment \"" + text + "\"",
                        "Use one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(Alignment::text)
                                                .toList())));
    }

    /**
     * @param p prediction at the scored pixels, not empty
     * @param g truth at the same pixels, above 0
     */
    abstract double[] apply(double[] p, double[] g);

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

    /** y = scale x + shift. */
    private record Line(double scale, double shift) {
        double at(double x) {
            return scale * x + shift;
        }

        /** By least squares; a prediction that is the same everywhere becomes the mean. */
        static Line fitted(double[] x, double[] y) {
            double meanX = Arrays.stream(x).average().orElseThrow();
            double meanY = Arrays.stream(y).average().orElseThrow();
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < x.length; i++) {
                xx += (x[i] - meanX) * (x[i] - meanX);
                xy += (x[i] - meanX) * (y[i] - meanY);
            }
            double scale = xx > 0 ? xy / xx : 0;
            return new Line(scale, meanY - scale * meanX);
        }
    }
}

package dev.fathom.core;

/** y = scale x + shift. */
public record Line(double scale, double shift) {
    public double at(double x) {
        return scale * x + shift;
    }

    /** The least squared error; values that are the same everywhere become the mean. */
    static Line fitted(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double scale = xx > 0 ? xy / xx : 0;
        return new Line(scale, meanY - scale * meanX);
    }

    /** The least squared error of lines through 0; values that are 0 everywhere stay 0. */
    static Line throughZero(double[] x, double[] y) {
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += x[i] * x[i];
            xy += x[i] * y[i];
        }
        return new Line(xx > 0 ? xy / xx : 0, 0);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

package dev.fathom.ui.plot;

import java.util.Arrays;

/**
 * A series reduced to pixel columns: smallest and greatest value and the line's height of each, NaN in columns
 * without a point.
 */
final class Columns {
    final double[] min;
    final double[] max;
    final double[] line;

    private Columns(int width) {
        min = empty(width);
        max = empty(width);
        line = empty(width);
    }

    private static double[] empty(int width) {
        double[] values = new double[width];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /**
     * @param along what x counts
     * @param width columns over the x values from {@code from} to {@code to}
     * @param window points of the exponential moving average, weight 2 / (window + 1), without its start's bias; 0 for
     *     the mean of each column
     */
    static Columns of(Curve curve, Along along, double from, double to, int width, int window) {
        Columns columns = new Columns(width);
        Series series = curve.series();
        double scale = to > from ? (width - 1) / (to - from) : 0;
        double keep = window > 0 ? 1 - 2.0 / (window + 1) : 0;
        double average = 0;
        double weight = 0;
        double sum = 0;
        int count = 0;
        int previous = -1;
        for (int i = 0; i < series.size(); i++) {
            double y = series.y(i);
            int column = (int) Math.max(0, Math.min(width - 1, Math.round((along.x(curve, i) - from) * scale)));
            if (column != previous) {
                sum = 0;
                count = 0;
                previous = column;
            }
            average = keep * average + (1 - keep) * y;
            weight = keep * weight + (1 - keep);
            sum += y;
            count++;
            columns.min[column] = count == 1 ? y : Math.min(columns.min[column], y);
            columns.max[column] = count == 1 ? y : Math.max(columns.max[column], y);
            columns.line[column] = window > 0 ? average / weight : sum / count;
        }
        return columns;
    }
}

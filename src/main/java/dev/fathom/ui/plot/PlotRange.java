package dev.fathom.ui.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Finds the y axis that shows what matters: every line whole, and the bands but for their wildest two per cent. */
final class PlotRange {
    private static final double SHOWN_SHARE = 0.98;

    private PlotRange() {}

    static Axis of(List<Columns> shown, boolean logarithmic) {
        double[] lines = usable(shown.stream().flatMapToDouble(c -> Arrays.stream(c.line)), logarithmic);
        double[] tops = usable(shown.stream().flatMapToDouble(c -> Arrays.stream(c.max)), logarithmic);
        double[] bottoms = usable(shown.stream().flatMapToDouble(c -> Arrays.stream(c.min)), logarithmic);
        if (lines.length == 0) {
            return logarithmic ? new Axis(0.1, 1, true) : new Axis(0, 1, false);
        }
        double high = Math.max(lines[lines.length - 1], at(tops, SHOWN_SHARE));
        double low = Math.min(lines[0], at(bottoms, 1 - SHOWN_SHARE));
        return Axis.around(low, high, logarithmic);
    }

    private static double[] usable(DoubleStream values, boolean logarithmic) {
        return values.filter(v -> !Double.isNaN(v) && (!logarithmic || v > 0))
                .sorted()
                .toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}

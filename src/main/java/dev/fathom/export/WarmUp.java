package dev.fathom.export;

import java.util.ArrayList;
import java.util.List;

/** Decides when run times have settled: the medians of the last two groups of five runs differ by less than 3 %. */
final class WarmUp {
    private static final int GROUP = 5;
    private static final double TOLERANCE = 0.03;

    private final int most;
    private final List<Double> millis = new ArrayList<>();

    /** @param most runs after which it ends in any case */
    WarmUp(int most) {
        this.most = most;
    }

    void add(double runMillis) {
        millis.add(runMillis);
    }

    int runs() {
        return millis.size();
    }

    boolean goesOn() {
        return runs() < most && !isSteady();
    }

    boolean isSteady() {
        if (runs() < 2 * GROUP) {
            return false;
        }
        double before = median(runs() - 2 * GROUP);
        double last = median(runs() - GROUP);
        return Math.abs(last - before) <= TOLERANCE * before;
    }

    private double median(int from) {
        return millis.subList(from, from + GROUP).stream()
                .sorted()
                .skip(GROUP / 2)
                .findFirst()
                .orElseThrow();
    }
}

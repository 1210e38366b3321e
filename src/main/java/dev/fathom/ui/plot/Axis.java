package dev.fathom.ui.plot;

import java.util.ArrayList;
import java.util.List;

/** A range of values laid over pixels, linear or logarithmic, with ticks at round numbers. */
public record Axis(double low, double high, boolean logarithmic) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int MOST_DECADES_WITH_STEPS = 2;

    public Axis {
        if (!(high > low) || logarithmic && !(low > 0)) {
            throw new IllegalArgumentException("axis from " + low + " to " + high);
        }
    }

    /** An axis that holds these values, widened where they are equal. */
    public static Axis around(double low, double high, boolean logarithmic) {
        if (logarithmic) {
            double bottom = Math.max(low, Double.MIN_NORMAL);
            double top = Math.max(high, bottom);
            return new Axis(bottom / 1.1, top * 1.1, true);
        }
        double margin = high > low ? 0.05 * (high - low) : Math.max(1e-3, 0.1 * Math.abs(high));
        double bottom = low >= 0 && low < high / 2 ? 0 : low - margin;
        return new Axis(bottom, high + margin, false);
    }

    /** Place of a value: 0 at the low end, 1 at the high end, beyond them outside. */
    public double place(double value) {
        if (logarithmic) {
            return value > 0 ? Math.log(value / low) / Math.log(high / low) : Double.NEGATIVE_INFINITY;
        }
        return (value - low) / (high - low);
    }

    /** The value at a place. */
    public double value(double place) {
        return logarithmic ? low * Math.pow(high / low, place) : low + place * (high - low);
    }

    /** Round values inside the axis, at most about {@code most}. */
    public List<Double> ticks(int most) {
        return logarithmic ? logarithmicTicks(most) : multiples(roundStep(roughStep(most), false));
    }

    /** As {@link #ticks} on a linear axis, for what there are no fractions of, such as steps: whole numbers only. */
    public List<Double> wholeTicks(int most) {
        return multiples(roundStep(Math.max(1, roughStep(most)), true));
    }

    private double roughStep(int most) {
        return (high - low) / Math.max(1, most);
    }

    private static double roundStep(double rough, boolean whole) {
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            double step = round * decade;
            if (step >= rough * 0.999 && (!whole || step == Math.rint(step))) {
                return step;
            }
        }
        return decade * 10;
    }

    private List<Double> multiples(double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> logarithmicTicks(int most) {
        double decades = Math.log10(high / low);
        if (decades < 1) {
            return new Axis(low, high, false).ticks(most);
        }
        double[] steps = decades <= MOST_DECADES_WITH_STEPS ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= Math.log10(high); exponent++) {
            for (double step : steps) {
                double tick = step * Math.pow(10, exponent);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}

package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.List;
import java.util.Locale;

/** What a curve's x axis counts. */
public enum Along {
    STEP("Step"),
    EPOCH("Epoch"),
    /** Minutes of training, pauses left out. */
    TIME("Minutes");

    private static final double SECONDS = 60;
    private static final double SHORTEST_TIME = 1e-3;

    private final String label;

    Along(String label) {
        this.label = label;
    }

    /** A place as the tooltip writes it: "Step 1,204", "Epoch 3.2", "3 min 20 s". */
    public String name(double x) {
        return switch (this) {
            case STEP -> "Step " + Numbers.count(Math.round(x));
            case EPOCH -> "Epoch " + epoch(x);
            case TIME -> Numbers.duration(x * SECONDS);
        };
    }

    private static String epoch(double x) {
        double hundredths = Math.rint(100 * x);
        return String.format(Locale.ROOT, hundredths % 100 == 0 ? "%.0f" : "%.2f", hundredths / 100);
    }

    /** The axis from the beginning to a place; a whole step or epoch long at the least. */
    Axis axisTo(double end) {
        return new Axis(0, Math.max(this == TIME ? SHORTEST_TIME : 1, end), false);
    }

    /** Where the axis is marked: there are no halves of steps and epochs. */
    List<Double> ticks(Axis axis, int most) {
        return this == TIME ? axis.ticks(most) : axis.wholeTicks(most);
    }

    /** Where the i-th point of a curve lies. */
    double x(Curve curve, int i) {
        return switch (this) {
            case STEP -> curve.series().x(i);
            case EPOCH -> curve.series().x(i) / curve.stepsPerEpoch();
            case TIME -> curve.series().seconds(i) / SECONDS;
        };
    }

    @Override
    public String toString() {
        return label;
    }
}

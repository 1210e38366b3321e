package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.Locale;

/** What a curve's x axis counts. */
public enum Along {
    STEP("Step"),
    EPOCH("Epoch"),
    /** Minutes of training, pauses left out. */
    TIME("Minutes");

    private static final double SECONDS = 60;

    private final String label;

    Along(String label) {
        this.label = label;
    }

    /** A place as the tooltip writes it: "Step 1,204", "Epoch 3.2", "3 min 20 s". */
    public String name(double x) {
        return switch (this) {
            case STEP -> "Step " + Numbers.count(Math.round(x));
            case EPOCH -> String.format(Locale.ROOT, "Epoch %.2f", x);
            case TIME -> Numbers.duration(x * SECONDS);
        };
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

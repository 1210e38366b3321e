package dev.fathom.ui.device;

import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.OutputCheck;
import dev.fathom.ui.base.Numbers;
import java.util.Locale;

/** What the table of measurements writes into its columns. */
final class ResultColumns {
    private static final double HUNDRED = 99.995;

    private ResultColumns() {}

    /** Hundredths of what is below 100 ms, tenths of what is not. */
    static String millis(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, value < HUNDRED ? "%.2f" : "%.1f", value)
                : Numbers.NONE;
    }

    /** Mean and spread. */
    static String mean(LatencyReport report) {
        return millis(report.statistics().mean()) + " ± "
                + millis(report.statistics().std());
    }

    /** The verdict as one word. */
    static String kind(LatencyReport report) {
        return verdict(report).replaceFirst(":.*", "");
    }

    /** Whether the numbers may be compared, and why not. */
    static String verdict(LatencyReport report) {
        LatencyVerdict verdict =
                report.details() == null ? null : report.details().verdict();
        if (verdict != null) {
            return verdict.text();
        }
        return report.steady() ? "steady" : "unsteady";
    }

    /** Whether the device has computed the right thing. */
    static String output(LatencyReport report) {
        OutputCheck output = report.details() == null ? null : report.details().output();
        if (output == null) {
            return "not checked";
        }
        if (output.notFinite() > 0) {
            return "✗ not a number";
        }
        if (output.desktop() == null) {
            return "not compared";
        }
        return output.desktop().same() ? "✓ as here" : "✗ differs";
    }
}

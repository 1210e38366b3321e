package dev.fathom.run;

import java.util.List;
import java.util.Locale;

/**
 * Whether a latency may be compared with others.
 *
 * @param reasons why not, in words; for a clean one what is worth knowing
 */
public record LatencyVerdict(Kind kind, List<String> reasons) {
    /** From the best to the worst; only clean ones belong into a comparison. */
    public enum Kind {
        CLEAN,
        UNSTEADY,
        BUSY,
        THROTTLED;

        /** As shown. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LatencyVerdict {
        reasons = List.copyOf(reasons);
    }

    /** {@code throttled: under-voltage}. */
    public String text() {
        return reasons.isEmpty() ? kind.text() : kind.text() + ": " + String.join("; ", reasons);
    }
}

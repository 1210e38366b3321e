package dev.fathom.device.bench;

import dev.fathom.run.DeviceState;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.LatencyVerdict.Kind;
import dev.fathom.run.LoadState;
import dev.fathom.run.ThrottleFlags;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When a latency may be believed. The worst kind for which there is a reason is the verdict.
 *
 * <ul>
 *   <li>throttled: the firmware said so before, during or after; or a bit for "since boot" is new; or the clock after
 *       runs was below {@value #LEAST_CLOCK} of the highest
 *   <li>busy: other processes took more than {@value #MOST_OTHERS} cores' worth of time
 *   <li>unsteady: warm-up ended without settling; or the median of the last quarter of the runs is off the first
 *       quarter's by more than {@value #MOST_DRIFT} of it; or the 90th percentile is above {@value #MOST_SPREAD} times
 *       the median
 * </ul>
 */
public final class VerdictRules {
    static final double LEAST_CLOCK = 0.8;
    static final double MOST_OTHERS = 0.25;
    static final double MOST_DRIFT = 0.05;
    static final double MOST_SPREAD = 1.2;

    private static final int QUARTERS = 4;
    private static final int LEAST_RUNS_FOR_DRIFT = 20;

    private final Map<Kind, List<String>> reasons = new EnumMap<>(Kind.class);

    private VerdictRules() {}

    /**
     * The verdict on one measurement.
     *
     * @param settled whether the times had settled when warm-up ended; empty if it was too short to tell
     * @param runs every counted run in milliseconds; may be empty
     */
    public static LatencyVerdict judge(
            DeviceState before, LoadState during, DeviceState after, Optional<Boolean> settled, List<Double> runs) {
        VerdictRules rules = new VerdictRules();
        rules.throttling(before, during, after);
        rules.load(during);
        rules.steadiness(settled, runs);
        for (Kind kind : List.of(Kind.THROTTLED, Kind.BUSY, Kind.UNSTEADY)) {
            if (rules.reasons.containsKey(kind)) {
                return new LatencyVerdict(kind, rules.all());
            }
        }
        return new LatencyVerdict(Kind.CLEAN, rules.reasons.getOrDefault(Kind.CLEAN, List.of()));
    }

    /** The worst first. */
    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.THROTTLED, Kind.BUSY, Kind.UNSTEADY, Kind.CLEAN)) {
            all.addAll(reasons.getOrDefault(kind, List.of()));
        }
        return all;
    }

    private void because(Kind kind, String form, Object... values) {
        reasons.computeIfAbsent(kind, key -> new ArrayList<>()).add(String.format(Locale.ROOT, form, values));
    }

    private void throttling(DeviceState before, LoadState during, DeviceState after) {
        int start = bits(before.throttleFlags());
        int all = start | bits(during.throttleFlags()) | bits(after.throttleFlags());
        List<String> now = ThrottleFlags.now(all | (all & ~start & ThrottleFlags.SINCE_BOOT) >> 16);
        if (!now.isEmpty()) {
            because(Kind.THROTTLED, "the firmware reports %s", String.join(", ", now));
        } else if (!ThrottleFlags.sinceBoot(start).isEmpty()) {
            because(Kind.CLEAN, "earlier since boot: %s", String.join(", ", ThrottleFlags.sinceBoot(start)));
        }
        if (during.clockMhz() != null
                && before.maxClockMhz() != null
                && during.clockMhz() < LEAST_CLOCK * before.maxClockMhz()) {
            because(Kind.THROTTLED, "the clock was %.0f of %.0f MHz", during.clockMhz(), before.maxClockMhz());
        }
    }

    private static int bits(Integer flags) {
        return flags == null ? 0 : flags;
    }

    private void load(LoadState during) {
        if (during.othersCores() != null && during.othersCores() > MOST_OTHERS) {
            because(Kind.BUSY, "other processes took %.2f cores", during.othersCores());
        }
    }

    private void steadiness(Optional<Boolean> settled, List<Double> runs) {
        if (settled.isEmpty()) {
            because(Kind.CLEAN, "warm-up does not tell whether the times had settled");
        } else if (!settled.get()) {
            because(Kind.UNSTEADY, "the times had not settled when counting began");
        }
        if (runs.isEmpty()) {
            because(Kind.CLEAN, "single runs are not known");
            return;
        }
        LatencyStatistics all = LatencyStatistics.of(runs);
        if (all.p90() > MOST_SPREAD * all.p50()) {
            because(
                    Kind.UNSTEADY,
                    "a tenth of the runs took over %.2f ms, half of them under %.2f",
                    all.p90(),
                    all.p50());
        }
        if (runs.size() >= LEAST_RUNS_FOR_DRIFT) {
            int quarter = runs.size() / QUARTERS;
            double first = LatencyStatistics.of(runs.subList(0, quarter)).p50();
            double last = LatencyStatistics.of(runs.subList(runs.size() - quarter, runs.size()))
                    .p50();
            if (Math.abs(last - first) > MOST_DRIFT * first) {
                because(Kind.UNSTEADY, "the median went from %.2f to %.2f ms", first, last);
            }
        }
    }
}

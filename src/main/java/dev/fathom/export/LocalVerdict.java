package dev.fathom.export;

import dev.fathom.run.DeviceState;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.LoadState;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether times that this process takes of itself can be believed: it looks from its making to the end of the runs. */
final class LocalVerdict {
    /** Share of the time for which the thread may have waited for the processor. */
    private static final double LITTLE = 0.1;

    private final int threads;
    private final DeviceState before = state();
    private final long start = System.nanoTime();
    private final long startBusy = cpuNanos();

    /** @param threads that run the model; only of one is it known how much it waited */
    LocalVerdict(int threads) {
        this.threads = threads;
    }

    /** Called by the thread that has run the model, after the last run. */
    LatencyDetails details(WarmUp warmUp) {
        double waited = 1 - (double) (cpuNanos() - startBusy) / Math.max(1, System.nanoTime() - start);
        LoadState during = new LoadState(threads == 1 ? Math.max(0, waited) : null, null, null);
        return new LatencyDetails(
                null, before, during, state(), verdict(warmUp, waited), null, null, null, false, List.of(), List.of());
    }

    private LatencyVerdict verdict(WarmUp warmUp, double waited) {
        List<String> reasons = new ArrayList<>();
        LatencyVerdict.Kind kind = LatencyVerdict.Kind.CLEAN;
        if (!warmUp.isSteady()) {
            kind = LatencyVerdict.Kind.UNSTEADY;
            reasons.add("the times had not settled after " + warmUp.runs() + " runs");
        }
        if (threads == 1 && waited > LITTLE) {
            kind = LatencyVerdict.Kind.BUSY;
            reasons.add(
                    String.format(Locale.ROOT, "other work held the processor for %.0f %% of the time", 100 * waited));
        }
        return new LatencyVerdict(kind, reasons);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static DeviceState state() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        double load = system.getSystemLoadAverage();
        return new DeviceState(null, null, null, null, load < 0 ? null : load);
    }
}

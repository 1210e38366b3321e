package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.DeviceState;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.LatencyVerdict.Kind;
import dev.fathom.run.LoadState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {
    private static final List<Double> EVEN = Collections.nCopies(40, 10.0);
    private static final Optional<Boolean> SETTLED = Optional.of(true);

    private static DeviceState flags(Integer flags) {
        return new DeviceState(50.0, 1800.0, 1800.0, flags, 0.1);
    }

    private static LoadState during(double others, Integer flags, Double clock) {
        return new LoadState(others, flags, clock);
    }

    private static LatencyVerdict judge(int before, int during, int after) {
        return VerdictRules.judge(flags(before), during(0, during, 1800.0), flags(after), SETTLED, EVEN);
    }

    private static LatencyVerdict runs(List<Double> runs, boolean settled) {
        return VerdictRules.judge(flags(0), during(0, 0, 1800.0), flags(0), Optional.of(settled), runs);
    }

    @Test
    void cleanIfNothingIsWrong() {
        assertEquals(new LatencyVerdict(Kind.CLEAN, List.of()), judge(0, 0, 0));
    }

    @Test
    void whatADeviceDoesNotTellDoesNotCount() {
        DeviceState silent = new DeviceState(null, null, null, null, null);
        LatencyVerdict verdict = VerdictRules.judge(silent, new LoadState(null, null, null), silent, SETTLED, EVEN);
        assertEquals(Kind.CLEAN, verdict.kind());
    }

    @Test
    void throttledIfTheFirmwareSaysSoAtAnyTime() {
        assertEquals(
                "throttled: the firmware reports under-voltage, throttled",
                judge(0x50005, 0, 0).text());
        assertEquals(
                "throttled: the firmware reports clock capped",
                judge(0, 0x20002, 0x20000).text());
        assertEquals(Kind.THROTTLED, judge(0, 0, 0x8).kind());
    }

    /** It came and went between two looks. */
    @Test
    void throttledIfABitSinceBootIsNew() {
        assertEquals(
                "throttled: the firmware reports throttled",
                judge(0x10000, 0x10000, 0x50000).text());
    }

    @Test
    void whatHappenedEarlierSinceBootIsOnlyTold() {
        LatencyVerdict verdict = judge(0x50000, 0x50000, 0x50000);
        assertEquals("clean: earlier since boot: under-voltage, throttled", verdict.text());
    }

    @Test
    void throttledIfTheClockWasLow() {
        LatencyVerdict verdict = VerdictRules.judge(flags(0), during(0, 0, 1400.0), flags(0), SETTLED, EVEN);
        assertEquals("throttled: the clock was 1400 of 1800 MHz", verdict.text());
        assertEquals(
                Kind.CLEAN,
                VerdictRules.judge(flags(0), during(0, 0, 1500.0), flags(0), SETTLED, EVEN)
                        .kind());
    }

    @Test
    void busyIfOthersTookMoreThanAQuarterOfACore() {
        LatencyVerdict verdict = VerdictRules.judge(flags(0), during(0.4, 0, 1800.0), flags(0), SETTLED, EVEN);
        assertEquals("busy: other processes took 0.40 cores", verdict.text());
        assertEquals(
                Kind.CLEAN,
                VerdictRules.judge(flags(0), during(0.2, 0, 1800.0), flags(0), SETTLED, EVEN)
                        .kind());
    }

    @Test
    void unsteadyIfTheRunsWanderSpreadOrNeverSettled() {
        List<Double> rising =
                IntStream.range(0, 40).mapToObj(i -> 10 + i * 0.03).toList();
        assertTrue(
                runs(rising, true).text().startsWith("unsteady: the median went from 10.1"),
                runs(rising, true).text());
        List<Double> spread = new ArrayList<>(EVEN);
        for (int i = 0; i < 40; i += 5) {
            spread.set(i, 15.0);
        }
        assertEquals(
                "unsteady: a tenth of the runs took over 15.00 ms, half of them under 10.00",
                runs(spread, true).text());
        assertEquals(
                "unsteady: the times had not settled when counting began",
                runs(EVEN, false).text());
    }

    @Test
    void theWorstIsTheVerdictAndEveryReasonIsTold() {
        LatencyVerdict verdict =
                VerdictRules.judge(flags(0x4), during(1, 0, 1800.0), flags(0), Optional.of(false), EVEN);
        assertEquals(Kind.THROTTLED, verdict.kind());
        assertEquals(
                List.of(
                        "the firmware reports throttled",
                        "other processes took 1.00 cores",
                        "the times had not settled when counting began"),
                verdict.reasons());
    }

    @Test
    void aSummaryWithoutRunsIsTold() {
        assertEquals("clean: single runs are not known", runs(List.of(), true).text());
    }

    @Test
    void aWarmUpThatIsTooShortToTellIsNoReasonAgainstANumber() {
        LatencyVerdict verdict = VerdictRules.judge(flags(0), during(0, 0, 1800.0), flags(0), Optional.empty(), EVEN);
        assertEquals("clean: warm-up does not tell whether the times had settled", verdict.text());
    }
}

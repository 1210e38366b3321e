package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.core.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BenchmarkOptionsTest {
    private static final BenchmarkOptions USUAL = BenchmarkOptions.usual();

    private static String refusal(Executable wrong) {
        return assertThrows(UserException.class, wrong).sentence();
    }

    @Test
    void whatIsNotPossibleNamesTheOptionTheValueAndWhatIs() {
        assertEquals(
                "--threads 65 is not possible. --threads takes a number from 1 to 64.",
                refusal(() -> USUAL.withThreads(1, 65)));
        assertEquals(
                "--warm-up -1 is not possible. --warm-up takes a number from 0 to 100000.",
                refusal(() -> USUAL.withWarmUp(-1)));
        assertEquals(
                "--runs 0 is not possible. --runs takes a number from 1 to 100000.", refusal(() -> USUAL.withRuns(0)));
        String seconds = " is not possible. --seconds takes a number of seconds above 0 and up to 3600.";
        assertEquals("--seconds 0" + seconds, refusal(() -> USUAL.withSeconds(0)));
        assertEquals("--seconds Infinity" + seconds, refusal(() -> USUAL.withSeconds(Double.POSITIVE_INFINITY)));
        assertEquals("--seconds NaN" + seconds, refusal(() -> USUAL.withSeconds(Double.NaN)));
        assertEquals(
                "--pause -0.5 is not possible. --pause takes a number of seconds from 0 to 60.",
                refusal(() -> USUAL.withPause(-0.5)));
    }

    @Test
    void theUsualThreadsAreThoseThatThereAreCoresFor() {
        assertEquals(new ThreadCounts(List.of(1, 2, 4), List.of()), ThreadCounts.of(List.of(), 4));
        assertEquals(new ThreadCounts(List.of(1, 2, 4), List.of()), ThreadCounts.of(List.of(), null));
        assertEquals(
                new ThreadCounts(
                        List.of(1), List.of("Not measured with 2 and 4 threads because the device has 1 core")),
                ThreadCounts.of(List.of(), 1));
        assertEquals(
                new ThreadCounts(List.of(8), List.of("The device has 4 cores: 8 threads wait for each other")),
                ThreadCounts.of(List.of(8), 4));
    }
}

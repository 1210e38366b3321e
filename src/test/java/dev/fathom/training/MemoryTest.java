package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long LIMIT_KILOBYTES = 64 * 1024;

    @TempDir
    private Path folder;

    @Test
    void threeHundredStepsTakeNoMoreMemoryThanOneHundred() throws IOException {
        assertFlat(100, 300);
    }

    @Test
    @Tag("slow")
    void twoThousandStepsTakeNoMoreMemoryThanOneHundred() throws IOException {
        assertFlat(100, 2000);
    }

    private void assertFlat(int from, int to) throws IOException {
        Assumptions.assumeTrue(Files.isReadable(STATUS), "the system does not tell the memory of a process");
        TinyRuns tiny = new TinyRuns(folder);
        RunFolder run = tiny.create(tiny.unvaried(to));
        long[] kilobytes = new long[2];
        Training.run(run, () -> false, (step, of, epoch, loss, speed, left) -> {
            if (step == from || step == to) {
                kilobytes[step == from ? 0 : 1] = residentKilobytes();
            }
        });
        long growth = kilobytes[1] - kilobytes[0];
        assertTrue(growth < LIMIT_KILOBYTES, growth + " kB more after " + to + " steps than after " + from);
    }

    private static long residentKilobytes() {
        System.gc();
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

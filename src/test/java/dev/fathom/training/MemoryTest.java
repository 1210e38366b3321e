package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ChildJava;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    private static final String MARK = "resident kB ";
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long LIMIT_KILOBYTES = 64 * 1024;

    @TempDir
    private Path folder;

    @Test
    void threeHundredStepsTakeNoMoreMemoryThanOneHundred() throws IOException, InterruptedException {
        assertFlat(100, 300);
    }

    @Test
    @Tag("slow")
    void twoThousandStepsTakeNoMoreMemoryThanOneHundred() throws IOException, InterruptedException {
        assertFlat(100, 2000);
    }

    /** A process of its own, set up as a worker: what other tests leave in the heap does not count. */
    private void assertFlat(int from, int to) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isReadable(STATUS), "the system does not tell the memory of a process");
        TinyRuns tiny = new TinyRuns(folder);
        RunFolder run = tiny.create(tiny.unvaried(to));
        ProcessBuilder child = ChildJava.of(
                List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"),
                Child.class,
                run.path().toString(),
                String.valueOf(from),
                String.valueOf(to));
        child.environment().put("MALLOC_ARENA_MAX", "1");
        child.environment().put("MALLOC_MMAP_MAX_", "0");
        child.environment().put("MALLOC_TRIM_THRESHOLD_", "17179869184");
        Path output = folder.resolve("memory.txt");
        Process process =
                child.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertEquals(0, process.waitFor(), () -> read(output));
        long[] kilobytes = read(output)
                .lines()
                .filter(line -> line.startsWith(MARK))
                .mapToLong(line -> Long.parseLong(line.substring(MARK.length())))
                .toArray();
        assertEquals(2, kilobytes.length, () -> read(output));
        long growth = kilobytes[1] - kilobytes[0];
        assertTrue(growth < LIMIT_KILOBYTES, growth + " kB more after " + to + " steps than after " + from);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process runs: run folder and the two steps after which it tells its memory. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            long from = Long.parseLong(args[1]);
            long to = Long.parseLong(args[2]);
            Training.run(RunFolder.open(Path.of(args[0])), () -> false, (step, of, epoch, loss, speed, left) -> {
                if (step == from || step == to) {
                    System.out.println(MARK + residentKilobytes());
                }
            });
        }
    }

    private static long residentKilobytes() {
        System.gc();
        return read(STATUS)
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

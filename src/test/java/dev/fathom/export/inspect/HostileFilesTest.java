package dev.fathom.export.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand damaged files, loaded and run in processes that may die of them. */
class HostileFilesTest {
    private static final int SEEDS_PER_FILE = 200;

    @TempDir
    private Path folder;

    @Test
    @Tag("slow")
    void aThousandDamagedFilesHardlyEverKillTheWorkerAndNeverTheParent() throws Exception {
        Map<FuzzOutcome, List<String>> outcomes = run(0, SEEDS_PER_FILE);
        outcomes.forEach((outcome, files) -> System.out.println(outcome + " " + files.size()));
        System.out.println("died " + outcomes.get(FuzzOutcome.DIED));
        System.out.println("timed out " + outcomes.get(FuzzOutcome.TIMED_OUT));
        assertEquals(
                5 * SEEDS_PER_FILE,
                outcomes.values().stream().mapToInt(List::size).sum());
        int lost = outcomes.get(FuzzOutcome.DIED).size()
                + outcomes.get(FuzzOutcome.TIMED_OUT).size();
        assertTrue(lost <= 20, lost + " of " + 5 * SEEDS_PER_FILE + " got past the check and cost a worker");
    }

    private Map<FuzzOutcome, List<String>> run(long firstSeed, int seeds) throws IOException, InterruptedException {
        Map<FuzzOutcome, List<String>> outcomes = new EnumMap<>(FuzzOutcome.class);
        for (FuzzOutcome outcome : FuzzOutcome.values()) {
            outcomes.put(outcome, new ArrayList<>());
        }
        try (FuzzedWorkers workers = new FuzzedWorkers(folder)) {
            for (Map.Entry<String, byte[]> file : FuzzedFiles.sound(folder).entrySet()) {
                for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
                    Path damaged = folder.resolve("damaged.tflite");
                    Files.write(damaged, Mutation.of(file.getValue(), seed));
                    outcomes.get(workers.inspect(damaged)).add(file.getKey() + " " + seed);
                }
            }
        }
        return outcomes;
    }
}

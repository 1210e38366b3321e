package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Monitor;
import dev.fathom.run.ConfigOverrides;
import dev.fathom.run.RunConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DataBenchTest {
    @TempDir
    Path folder;

    @Test
    void everyKindIsMeasuredAndTheFactorIsOfReadingOverTraining() throws IOException {
        RunConfig config = ConfigOverrides.apply(new TinyRuns(folder).config(1), Map.of("training.epochs", "1000000"));
        DataBench.Result result = DataBench.run(config, 0.5, folder.resolve("kept"), Monitor.NONE);
        assertTrue(result.read() > 0 && result.kept() > 0 && result.trained() > 0, result.toString());
        assertEquals(result.read() / result.trained(), result.factor());
        assertEquals(result.trainedCpuMillis() / result.readCpuMillis(), result.cpuFactor());
        assertTrue(result.readCpuMillis() > 0 && result.keptCpuMillis() > 0, result.toString());
        assertEquals(TinyRuns.TRAIN, folder.resolve("kept").toFile().list().length, "every pair is kept once");
    }
}

package dev.fathom.device.bench;

import static dev.fathom.device.ShellQuote.quote;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.LocalMachine;
import dev.fathom.device.payload.Payload;
import dev.fathom.device.payload.Runner;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.DeviceState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner where the library that Fathom brings cannot be loaded. */
class RunnerFallbackTest {
    /** As TensorFlow's tool ends its output. */
    private static final String SAID =
            """
            INFO: Running benchmark for at least 1 iterations and at least 0.5 seconds but terminate if exceeding 150 seconds.
            INFO: count=5 first=117304 curr=110120 min=108803 max=117304 avg=111403 std=3094

            INFO: Running benchmark for at least 50 iterations and at least 1 seconds but terminate if exceeding 150 seconds.
            INFO: count=50 first=110041 curr=109834 min=109010 max=112345 avg=109887 std=543 p5=109100 median=109800 p95=111000

            INFO: Inference timings in us: Init: 4560, First inference: 117304, Warmup (avg): 111403, Inference (avg): 109887
            """;

    @TempDir
    private Path folder;

    private Path model;
    private String command;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(LocalPython.isThere(), "needs Linux and python3");
        Path runner = folder.resolve("fathom_bench.pyz");
        try (InputStream in = Runner.payload().source().open()) {
            Files.copy(in, runner);
        }
        model = Files.writeString(folder.resolve("a model.tflite"), "not looked at");
        command = "exec " + LocalPython.find("python3") + " -I " + quote(runner.toString())
                + " --no-library 'it has glibc 2.31' --runs 50 --pid-file "
                + quote(folder.resolve("pid").toString())
                + " --model " + quote(model.toString());
    }

    private RunnerMessage.Result run(String path) throws IOException {
        LocalMachine machine = new LocalMachine(Map.of("HOME", folder.toString(), "PATH", path));
        return new RunnerProcess(machine, Monitor.NONE).run(command);
    }

    @Test
    void withNothingInstalledTheReasonAndTheCommandAreTold() {
        UserException refused = assertThrows(UserException.class, () -> run("/usr/bin:/bin"));
        assertEquals(
                "The TFLite library that Fathom brings cannot be used: it has glibc 2.31."
                        + " Neither ai_edge_litert nor tflite_runtime is installed",
                refused.what());
        assertTrue(refused.remedy().contains("pip install ai-edge-litert"), refused.remedy());
    }

    @Test
    void benchmarkModelGivesASummaryWithoutRuns() throws IOException {
        Path tool = Files.writeString(folder.resolve("benchmark_model"), "#!/bin/sh\ncat <<'END'\n" + SAID + "END\n");
        assertTrue(tool.toFile().setExecutable(true));
        RunnerMessage.Result result = run(folder + ":/usr/bin:/bin");
        assertEquals("benchmark_model", result.runtime());
        assertTrue(result.notes().get(2).startsWith("Measured with benchmark_model instead"));
        DeviceProbe probe = new DeviceProbe(
                "Pi",
                "os",
                "k",
                "aarch64",
                64,
                null,
                4,
                null,
                null,
                null,
                new DeviceState(null, null, null, null, null),
                null,
                "python3 3.9.2",
                List.of());
        Measurement measured = new Reports(
                        "pi",
                        probe,
                        new BenchmarkRequest(List.of(model), BenchmarkOptions.usual()),
                        List.of(Payload.of(model)),
                        List.of())
                .of(result)
                .get(0);
        assertEquals(109.887, measured.report().statistics().mean(), 1e-9);
        assertEquals(109.010, measured.report().statistics().min(), 1e-9);
        assertEquals(0.543, measured.report().statistics().std(), 1e-9);
        assertTrue(Double.isNaN(measured.report().statistics().p50()));
        assertEquals(50, measured.report().statistics().runs());
        assertEquals(4.56, measured.report().loadMillis(), 1e-9);
        assertEquals(List.of(), measured.report().runsMillis());
        assertTrue(measured.report().details().verdict().reasons().contains("single runs are not known"));
    }

    @Test
    void benchmarkModelIsToldAllOptionsAndRefusedWhereItDoesNotKnowOne() throws IOException {
        Path heard = folder.resolve("heard");
        Path tool = Files.writeString(
                folder.resolve("benchmark_model"),
                "#!/bin/sh\necho \"$@\" > '" + heard + "'\ncat <<'END'\n" + SAID + "END\n");
        assertTrue(tool.toFile().setExecutable(true));
        command += " --fp16 --pause 0.5 --seconds 3";
        run(folder + ":/usr/bin:/bin");
        assertEquals(
                "--graph=" + model + " --num_threads=1 --use_xnnpack=true --num_runs=1 --min_secs=3 --max_secs=63"
                        + " --run_delay=0.5 --xnnpack_force_fp16=true\n",
                Files.readString(heard));
        Files.writeString(tool, "#!/bin/sh\necho 'WARN: Unconsumed cmdline flags: --xnnpack_force_fp16=true'\n");
        UserException refused = assertThrows(UserException.class, () -> run(folder + ":/usr/bin:/bin"));
        assertEquals("This benchmark_model cannot be told to compute in fp16. Leave out --fp16.", refused.sentence());
    }
}

package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.payload.SmallDisk;
import dev.fathom.device.probe.Probing;
import dev.fathom.device.ssh.OpenSshServer;
import dev.fathom.device.ssh.SshMachine;
import dev.fathom.run.DeviceProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that lack something or answer nonsense, behind a real OpenSSH server whose programs are chosen here. */
@Timeout(240)
class DeviceTroubleTest {
    private static final List<String> TOOLS = List.of(
            "sh",
            "sed",
            "head",
            "tr",
            "cut",
            "uname",
            "df",
            "tail",
            "mkdir",
            "cat",
            "wc",
            "rm",
            "mv",
            "touch",
            "ls",
            "grep",
            "sha256sum",
            "find",
            "du");
    private static final BenchmarkOptions SHORT =
            BenchmarkOptions.usual().withThreads(1).withWarmUp(0).withRuns(1);

    @TempDir
    private static Path folder;

    private static Path small;
    private static Path bin;
    private static OpenSshServer server;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(LocalPython.isThere(), "needs Linux on x86-64 or aarch64 and python3");
        small = SmallModel.export(folder.resolve("small.tflite"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Path home = folder.resolve("server/home");
        server = OpenSshServer.start(
                folder.resolve("server"), List.of("ed25519"), "SetEnv HOME=" + home + " PATH=" + bin);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void onlyTheToolsOfEverySystem() throws IOException {
        try (Stream<Path> files = Files.list(bin)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (String tool : TOOLS) {
            program(tool, "exec " + LocalPython.find(tool) + " \"$@\"");
        }
    }

    private static void program(String name, String... lines) throws IOException {
        Files.deleteIfExists(bin.resolve(name));
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** A Python that says its version and then, instead of running anything, what it is told to. */
    private static void pythonSays(String text) throws IOException {
        Path said = Files.writeString(folder.resolve("said"), text);
        program("python3", "case $1 in -c) echo python3 3.11.2;; *) cat " + said + ";; esac");
    }

    private static UserException refusal() {
        UserException refused = assertThrows(UserException.class, DeviceTroubleTest::measure);
        assertFalse(refused.sentence().matches("(?s).*[\\p{Cc}\\p{Cf}].*"), refused.sentence());
        return refused;
    }

    private static List<Measurement> measure() {
        try (SshMachine machine = server.connect()) {
            return RemoteBenchmark.run(machine, new BenchmarkRequest(List.of(small), SHORT), Monitor.NONE);
        }
    }

    @Test
    void withoutPythonTheCommandThatInstallsItIsTold() {
        UserException refused = refusal();
        assertTrue(refused.what().endsWith("has no Python, and measuring needs Python 3.7"), refused.what());
        assertEquals("Install it there: sudo apt-get install python3", refused.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATHOM-RESULT {}",
                "FATHOM-RESULT {\"runtime\": \"x\", \"results\": []}",
                "FATHOM-RESULT {\"runtime\": \"x\", \"results\": [null]}",
                "FATHOM-RESULT {\"runtime\": \"x\", \"results\": [{\"model\": 7, \"threads\": 1, \"load_ms\": 1,"
                        + " \"first_ms\": 1, \"warm_up_runs\": 0, \"steady\": true, \"runs_ms\": [1]}]}",
                "FATHOM-RESULT {\"runtime\": \"x\", \"results\": [{\"model\": 0, \"threads\": 1, \"load_ms\": 1,"
                        + " \"first_ms\": 1, \"warm_up_runs\": 0, \"steady\": true, \"runs_ms\": [],"
                        + " \"before\": {}, \"during\": {}, \"after\": {}}]}",
                "FATHOM-RESULT {\"runtime\": \"x\", \"results\": [{\"model\": 0, \"threads\": 1, \"load_ms\": 1,"
                        + " \"first_ms\": 1, \"warm_up_runs\": 0, \"steady\": true, \"runs_ms\": [1],"
                        + " \"before\": {}, \"during\": {}, \"after\": {}, \"output\": {\"type\": \"float32\","
                        + " \"shape\": [65536, 65536], \"sha256\": \"a\", \"min\": 0, \"max\": 0, \"mean\": 0,"
                        + " \"not_finite\": 0, \"content\": \"not base64\"}}]}"
            })
    void aResultThatMakesNoSenseIsCalledThat(String said) throws IOException {
        pythonSays(said + "\n");
        UserException refused = refusal();
        assertTrue(refused.what().contains("gave a result that makes no sense: "), refused.what());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "FATHOM-RESULT {\"runtime\": 3", "FATHOM-PROGRESS {}\nFATHOM-PROGRESS [1]\n\u0000\u0001"})
    void noResultIsToldWithTheExitCode(String said) throws IOException {
        pythonSays(said + "\n");
        assertTrue(refusal().what().endsWith("ended with exit code 0 without a result"));
    }

    @Test
    void whatADeviceSaysCannotPlayWithTheTerminal() throws IOException {
        pythonSays("FATHOM-RESULT {\"error\": \"\\u001b[2Jgone\\u202e\", \"remedy\": \"a\\nb\"}\n");
        UserException refused = refusal();
        assertEquals("[2Jgone. a b.", refused.sentence());
    }

    @Test
    void aProbeThatAnswersNonsenseIsAProbeThatKnowsLittle() throws IOException {
        program("uname", "printf '\\033[31m%s\\n' 99999999999999999999.1");
        program("getconf", "echo 99999999999999999999.99999999999999999999");
        program("nproc", "echo 999999999999999999");
        program("ldd", "echo ldd glibc 99999999999999999999.3");
        program("python3", "echo python3 99999999999999999999.99999999999999999999");
        program("df", "echo; echo x 1 999999999999999999 12%");
        try (SshMachine machine = server.connect()) {
            DeviceProbe probe = Probing.look(machine);
            assertEquals(null, probe.cores());
            assertEquals(null, probe.bits());
            assertEquals(null, probe.freeDisk());
            assertEquals("[31m99999999999999999999.1", probe.architecture());
        }
        refusal();
    }

    @Test
    void aFullDiskIsToldAndNothingOfTheUploadStays() throws IOException {
        program("python3", "PATH=" + System.getenv("PATH") + " exec python3 \"$@\"");
        Path cache = Files.createDirectories(server.home().resolve(".cache/fathom"));
        try (SmallDisk disk = SmallDisk.mount(cache, "6m")) {
            UserException refused = refusal();
            assertTrue(refused.what().startsWith("The disk of "), refused.what());
            assertTrue(refused.what().contains("libjnitensorflowlite.so needs "), refused.what());
        }
        try (SmallDisk disk = SmallDisk.mount(cache, "24m")) {
            OnProgress fill = new OnProgress("Uploading libjnitensorflowlite.so", 1_000_000, disk::fill);
            try (SshMachine machine = server.connect()) {
                BenchmarkRequest request = new BenchmarkRequest(List.of(small), SHORT);
                UserException refused =
                        assertThrows(UserException.class, () -> RemoteBenchmark.run(machine, request, fill));
                assertTrue(refused.what().contains("is full: libjnitensorflowlite.so"), refused.sentence());
            }
            try (Stream<Path> left = Files.walk(cache)) {
                assertTrue(left.noneMatch(path -> path.endsWith("upload.part")));
            }
        }
    }
}

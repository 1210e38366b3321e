package dev.fathom.device.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.UserException;
import dev.fathom.device.LocalMachine;
import dev.fathom.device.MarkedLines;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.ThrottleFlags;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the probe's script prints on different machines, and on this one. */
class ProbingTest {
    private static DeviceProbe captured(String name) throws IOException {
        try (InputStream in = ProbingTest.class.getResourceAsStream("/device/" + name + ".txt")) {
            return Probing.parse(MarkedLines.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static Map<String, DeviceCheck> checks(DeviceProbe probe) {
        return DeviceChecks.of(probe).stream().collect(Collectors.toMap(DeviceCheck::name, check -> check));
    }

    private static List<String> failed(DeviceProbe probe) {
        return DeviceChecks.of(probe).stream()
                .filter(check -> !check.passed())
                .map(DeviceCheck::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi4-clean", "pi4-crlf"})
    void aPiThatIsAsItShouldBe(String name) throws IOException {
        DeviceProbe probe = captured(name);
        assertEquals("Raspberry Pi 4 Model B Rev 1.4", probe.board());
        assertEquals("Debian GNU/Linux 12 (bookworm)", probe.os());
        assertEquals("aarch64", probe.architecture());
        assertEquals(64, probe.bits());
        assertEquals("glibc 2.36", probe.libc());
        assertEquals(4, probe.cores());
        assertEquals(3885396L * 1024, probe.memory());
        assertEquals(48.2, probe.state().temperature(), 1e-9);
        assertEquals(1800, probe.state().clockMhz(), 1e-9);
        assertEquals(0, probe.state().throttleFlags());
        assertEquals("python3 3.11.2", probe.python());
        assertEquals(List.of(), failed(probe));
        assertEquals(8, DeviceChecks.of(probe).size());
    }

    @Test
    void throttlingIsToldInWords() throws IOException {
        DeviceProbe probe = captured("pi4-throttled-busy");
        assertEquals(List.of("Clock governor", "Not throttled", "Temperature", "Idle"), failed(probe));
        assertEquals(
                "0x50005: under-voltage, throttled now; under-voltage, throttled since boot",
                checks(probe).get("Not throttled").found());
        assertEquals(
                "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor",
                checks(probe).get("Clock governor").command());
        assertTrue(DeviceChecks.of(probe).stream().noneMatch(check -> check.needed() && !check.passed()));
    }

    @Test
    void everyBitHasAWord() {
        assertEquals("none", ThrottleFlags.text(0));
        assertEquals(List.of("clock capped", "at the soft temperature limit"), ThrottleFlags.now(0xA));
        assertEquals(List.of("at the soft temperature limit"), ThrottleFlags.sinceBoot(0x80000));
        assertEquals("0x20000: clock capped since boot", ThrottleFlags.text(0x20000));
    }

    @Test
    void a64BitKernelMayRun32BitPrograms() throws IOException {
        DeviceProbe probe = captured("pi4-32-bit");
        DeviceCheck tflite = checks(probe).get("TFLite");
        assertFalse(tflite.passed());
        assertTrue(tflite.needed());
        assertEquals("its programs have 32 bits, and the library has 64", tflite.found());
        assertTrue(tflite.command().contains("pip install tflite-runtime"), tflite.command());
        assertTrue(Requirements.withoutLibrary(probe).isPresent());
    }

    @Test
    void anOldCLibraryIsToldWithItsVersion() throws IOException {
        DeviceProbe probe = captured("pi3-bullseye");
        assertEquals(List.of("TFLite", "Free memory", "Not throttled"), failed(probe));
        assertEquals(
                "it has glibc 2.31, and the library needs glibc 2.34",
                checks(probe).get("TFLite").found());
        assertTrue(checks(probe).get("TFLite").command().contains("pip install ai-edge-litert"));
        assertEquals("sudo reboot", checks(probe).get("Not throttled").command());
        assertEquals(
                "it has been so since the last boot; a better power supply or a fan prevents it",
                checks(probe).get("Not throttled").advice());
    }

    @Test
    void aMachineWithoutPythonOrGlibcOrRoomLacksAllThree() throws IOException {
        DeviceProbe probe = captured("alpine-no-python");
        assertNull(probe.python());
        assertNull(probe.state().throttleFlags());
        assertEquals(List.of("Python 3.7 or newer", "TFLite", "Free disk"), failed(probe));
        assertEquals(
                "sudo apt-get install python3",
                checks(probe).get("Python 3.7 or newer").command());
    }

    @Test
    void theVersionOfPythonCounts() throws IOException {
        DeviceProbe probe = captured("pi4-clean");
        for (Map.Entry<String, Boolean> version : Map.of(
                        "python 2.7.18", false, "python3 3.6.9", false, "python3 3.7.3", true, "python3 3.13.0", true)
                .entrySet()) {
            assertEquals(
                    version.getValue(), Requirements.python(withPython(probe, version.getKey())), version.getKey());
        }
    }

    private static DeviceProbe withPython(DeviceProbe p, String python) {
        return new DeviceProbe(
                p.board(),
                p.os(),
                p.kernel(),
                p.architecture(),
                p.bits(),
                p.libc(),
                p.cores(),
                p.memory(),
                p.memoryAvailable(),
                p.governor(),
                p.state(),
                p.freeDisk(),
                python,
                p.runtimes());
    }

    @Test
    void thisMachine(@TempDir Path home) throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        DeviceProbe probe = Probing.look(new LocalMachine(Map.of("HOME", home.toString())));
        assertEquals(Runtime.getRuntime().availableProcessors(), probe.cores());
        assertTrue(probe.memory() > probe.memoryAvailable());
        assertEquals(64, probe.bits());
        assertTrue(probe.freeDisk() > 0);
        assertTrue(probe.state().load() >= 0);
        assertTrue(Files.readString(Path.of("/etc/os-release")).contains(probe.os()));
        try (var files = Files.list(home)) {
            assertEquals(0, files.count(), "looking changes nothing");
        }
    }

    @Test
    void aMachineThatIsNoLinuxIsToldSo() {
        LocalMachine silent = new LocalMachine();
        UserException refused = assertThrows(UserException.class, () -> Probing.look(new NoAnswer(silent)));
        assertTrue(refused.what().contains("did not answer"), refused.what());
    }
}

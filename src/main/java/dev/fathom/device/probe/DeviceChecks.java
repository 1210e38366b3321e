package dev.fathom.device.probe;

import dev.fathom.run.DeviceProbe;
import dev.fathom.run.ThrottleFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is right and wrong with a device for measuring, each wrong with what puts it right. */
public final class DeviceChecks {
    private static final List<String> ARCHITECTURES = List.of("aarch64", "arm64", "x86_64", "amd64");
    private static final double GIGA = 1e9;
    private static final double LEAST_DISK = 0.064;
    private static final double LEAST_MEMORY = 0.2;
    private static final double MOST_LOAD = 0.5;
    private static final double WARM = 70;
    private static final String VENV = "python3 -m venv ~/.cache/fathom/venv && ~/.cache/fathom/venv/bin/pip install ";

    private final DeviceProbe probe;
    private final List<DeviceCheck> checks = new ArrayList<>();

    private DeviceChecks(DeviceProbe probe) {
        this.probe = probe;
    }

    /** Every check that the device lets one make: what is needed first. */
    public static List<DeviceCheck> of(DeviceProbe probe) {
        DeviceChecks made = new DeviceChecks(probe);
        made.python();
        made.runtime();
        made.disk();
        made.memory();
        made.governor();
        made.throttling();
        made.temperature();
        made.load();
        return List.copyOf(made.checks);
    }

    private void check(String name, boolean passed, boolean needed, String found, String command, String advice) {
        checks.add(new DeviceCheck(name, passed, needed, found, passed ? "" : command, passed ? "" : advice));
    }

    private void need(String name, boolean passed, String found, String command) {
        check(name, passed, true, found, command, "");
    }

    private void wish(String name, boolean passed, String found, String command, String advice) {
        check(name, passed, false, found, command, advice);
    }

    private void python() {
        need(
                "Python 3.7 or newer",
                Requirements.python(probe),
                probe.python() == null ? "none" : probe.python(),
                "sudo apt-get install python3");
    }

    private void runtime() {
        Optional<String> obstacle = ARCHITECTURES.contains(probe.architecture())
                ? Requirements.withoutLibrary(probe)
                : Optional.of("Fathom has none for " + probe.architecture());
        if (obstacle.isEmpty()) {
            need("TFLite", true, "Fathom brings it", "");
            return;
        }
        boolean other = !probe.runtimes().isEmpty();
        check(
                "TFLite",
                other,
                true,
                (other ? "installed " + String.join(", ", probe.runtimes()) + "; Fathom's own cannot be used: " : "")
                        + obstacle.get(),
                VENV + (narrow() ? "tflite-runtime" : "ai-edge-litert"),
                "or install 64-bit Raspberry Pi OS, bookworm or newer");
    }

    private boolean narrow() {
        return probe.bits() != null && probe.bits() < 64;
    }

    private void disk() {
        if (probe.freeDisk() != null) {
            double free = probe.freeDisk() / GIGA;
            need("Free disk", free >= LEAST_DISK, gigabytes(free), "sudo apt-get clean; du -sh ~/.cache/fathom/*");
        }
    }

    private void memory() {
        if (probe.memoryAvailable() != null) {
            double free = probe.memoryAvailable() / GIGA;
            wish(
                    "Free memory",
                    free >= LEAST_MEMORY,
                    gigabytes(free),
                    "ps aux --sort=-rss | head -n 5",
                    "and end what is not needed");
        }
    }

    private static String gigabytes(double value) {
        return String.format(Locale.ROOT, "%.2f GB", value);
    }

    private void governor() {
        if (probe.governor() != null) {
            wish(
                    "Clock governor",
                    probe.governor().equals("performance"),
                    probe.governor(),
                    "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor",
                    "");
        }
    }

    private void throttling() {
        Integer flags = probe.state().throttleFlags();
        if (flags == null) {
            return;
        }
        boolean now = !ThrottleFlags.now(flags).isEmpty();
        wish(
                "Not throttled",
                flags == 0,
                ThrottleFlags.text(flags),
                now ? "vcgencmd get_throttled" : "sudo reboot",
                now
                        ? "with the official power supply and a fan it says 0x0"
                        : "it has been so since the last boot; a better power supply or a fan prevents it");
    }

    private void temperature() {
        Double degrees = probe.state().temperature();
        if (degrees != null) {
            wish(
                    "Temperature",
                    degrees < WARM,
                    String.format(Locale.ROOT, "%.0f °C", degrees),
                    "vcgencmd measure_temp",
                    "let it cool down, or fit a fan");
        }
    }

    private void load() {
        Double load = probe.state().load();
        if (load != null) {
            wish(
                    "Idle",
                    load <= MOST_LOAD,
                    String.format(Locale.ROOT, "load %.2f", load),
                    "top -b -n 1 | head -n 15",
                    "and end what is not needed");
        }
    }
}

package dev.fathom.ui.device;

import dev.fathom.core.Monitor;
import dev.fathom.device.bench.BenchmarkOptions;
import dev.fathom.device.bench.DeviceLook;
import dev.fathom.device.bench.LatencyResult;
import dev.fathom.device.bench.MeasuredModel;
import dev.fathom.device.discovery.FoundMachine;
import dev.fathom.device.probe.DeviceCheck;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A device without a device: it answers at once and remembers what it was asked. */
final class FakeBench implements Bench {
    final List<String> asked = new ArrayList<>();
    List<FoundMachine> machines = List.of();
    RuntimeException failure;

    @Override
    public DeviceLook look(Place place, Monitor monitor) {
        asked.add("look " + place.title());
        monitor.progress("Connecting", 0, 1);
        if (failure != null) {
            throw failure;
        }
        return look(place);
    }

    static DeviceLook look(Place place) {
        DeviceProbe probe = new DeviceProbe(
                "Raspberry Pi 4",
                "Debian",
                "6.1",
                "aarch64",
                64,
                "glibc 2.36",
                4,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        return new DeviceLook(
                place.title(),
                probe,
                List.of(
                        new DeviceCheck("Python 3.7 or newer", true, true, "python3 3.11.2", "", ""),
                        new DeviceCheck("Governor", false, false, "ondemand", "sudo cpufreq-set -g performance", "")));
    }

    @Override
    public List<LatencyResult> measure(
            Place place, List<Path> models, BenchmarkOptions options, Consumer<DeviceLook> look, Monitor monitor) {
        asked.add("measure " + models.size() + " on " + place.title() + " " + options.threads());
        monitor.checkpoint("Measuring", 1, 2);
        if (failure != null) {
            throw failure;
        }
        look.accept(look(place));
        List<LatencyResult> results = new ArrayList<>();
        for (int threads : options.threads()) {
            for (Path model : models) {
                results.add(new LatencyResult(
                        new MeasuredModel(model, Optional.empty(), Optional.empty()),
                        report(model.getFileName().toString(), place.title(), threads, 40.0 / threads),
                        Optional.empty()));
            }
        }
        return results;
    }

    static LatencyReport report(String model, String device, int threads, double millis) {
        List<Double> runs = List.of(millis, millis + 1, millis + 2);
        return new LatencyReport(
                model,
                "0",
                1,
                device,
                "a machine",
                "TFLite",
                threads,
                1,
                0,
                1,
                2,
                3,
                true,
                LatencyStatistics.of(runs),
                runs,
                Instant.parse("2026-11-20T12:00:00Z"),
                null);
    }

    @Override
    public List<FoundMachine> find(Monitor monitor) {
        asked.add("find");
        return machines;
    }
}

package dev.fathom.device.bench;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.Machine;
import dev.fathom.device.PlainText;
import dev.fathom.device.payload.Removed;
import dev.fathom.device.probe.Probing;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.LatencyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The whole way of measuring, over one connection: look at the device, upload what is missing, measure, compare the
 * outputs with this machine's, keep the reports with their runs. Its methods block and are for a thread that may wait;
 * no native library is loaded into the process.
 */
public final class LatencyJob implements AutoCloseable {
    private final Machine machine;
    private final DesktopOutputs desktop;

    private LatencyJob(Machine machine, DesktopOutputs desktop) {
        this.machine = machine;
        this.desktop = desktop;
    }

    /**
     * Connects.
     *
     * @param desktop what the outputs are compared with
     * @throws UserException if the place cannot be reached, is not the one it was, or does not let the user in
     * @throws CancellationException if the monitor says so
     */
    public static LatencyJob connect(MeasuringPlace place, DesktopOutputs desktop, Monitor monitor) {
        monitor.checkpoint("Connecting", 0, 1);
        return new LatencyJob(place.connect(monitor::isCancelled), desktop);
    }

    /** The device's name, for people: {@code pi@raspberrypi.local:22}. */
    public String device() {
        return machine.name();
    }

    /**
     * Looks at the device; changes nothing there.
     *
     * @throws UserException if it answers nothing that can be understood, or the link is lost
     */
    public DeviceLook look() {
        try {
            return DeviceLook.of(machine.name(), Probing.look(machine));
        } catch (IOException e) {
            throw new UserException(
                    "Looking at " + machine.name() + " failed: " + PlainText.of(String.valueOf(e.getMessage())),
                    "Check that the device answers, and try again",
                    e);
        }
    }

    /**
     * Measures models in turns with each number of threads, compares, and adds the reports to their runs' histories.
     *
     * @return in the order of the numbers of threads, within each in that of the models
     * @throws UserException if the device lacks something, a model cannot be run, or the link is lost
     * @throws CancellationException if the monitor says so before the measurement is whole; a whole one is kept
     */
    public List<LatencyResult> measure(List<MeasuredModel> models, BenchmarkOptions options, Monitor monitor) {
        for (MeasuredModel model : models) {
            model.requireUnchanged();
        }
        List<Path> files = models.stream().map(MeasuredModel::file).toList();
        List<Measurement> measured = RemoteBenchmark.run(machine, new BenchmarkRequest(files, options), monitor);
        List<LatencyReport> reports = new DesktopComparison(desktop).compare(measured, monitor);
        List<LatencyResult> results = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            results.add(keep(models.get(i % models.size()), reports.get(i)));
        }
        return results;
    }

    /**
     * Removes what Fathom has uploaded to the device; the next measurement uploads it again.
     *
     * @throws UserException if the device measures for someone else, or the link is lost
     */
    public Removed clean() {
        return RemoteBenchmark.clean(machine);
    }

    /** Adds a report to the history of the model's run; one that cannot be written is given back all the same. */
    public static LatencyResult keep(MeasuredModel model, LatencyReport report) {
        if (model.run().isEmpty()) {
            return new LatencyResult(model, report, Optional.empty());
        }
        try {
            Path file = new LatencyHistory(model.run().get()).add(report);
            return new LatencyResult(model, report, Optional.of(file));
        } catch (IOException e) {
            String note = "Not kept in the history of " + model.run().get().id() + ": " + e.getMessage();
            LatencyDetails details = report.details();
            LatencyReport told = details == null ? report : report.withDetails(details.withNote(note));
            return new LatencyResult(model, told, Optional.empty());
        }
    }

    @Override
    public void close() {
        machine.close();
    }
}

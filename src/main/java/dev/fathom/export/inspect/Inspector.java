package dev.fathom.export.inspect;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.export.tflite.Delegation;
import dev.fathom.export.tflite.KernelProfile;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.InspectionReport;
import dev.fathom.run.LatencyStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks into any TFLite file. Loading and running a file that is not one's own can crash this process, so the caller is
 * one that may die.
 */
public final class Inspector {
    private static final long MOST_BYTES = 4L << 30;
    private static final int THREADS = 1;

    private final TfliteModel model;
    private final Listing listing;
    private final List<String> notes;

    private Inspector(TfliteModel model) {
        this.model = model;
        this.listing = new Listing(model);
        this.notes = new ArrayList<>(listing.notes());
    }

    /**
     * Reads the file without loading it into the runtime, in plain Java.
     *
     * @throws UserException if it cannot be read or is not a sound TFLite file
     */
    public static InspectionReport read(Path file) {
        Inspector inspector = new Inspector(TfliteModel.read(file));
        inspector.notes.add("It was not loaded: what XNNPACK takes of it and how long it runs is not known");
        return inspector.report(null, null);
    }

    /**
     * Reads, loads and runs the file. That the runtime refuses it is a note in the report.
     *
     * @param runs how often it is run, after one run that prepares memory; 0 to load only
     * @throws UserException if it cannot be read or is not a sound TFLite file
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static InspectionReport run(Path file, int runs, Monitor monitor) {
        Inspector inspector = new Inspector(TfliteModel.read(file));
        monitor.checkpoint("Loading", 0, runs);
        return inspector.execute(runs, monitor);
    }

    private InspectionReport execute(int runs, Monitor monitor) {
        long bytes = PeakMemory.bytes(model.graphs().get(0));
        if (bytes > MOST_BYTES) {
            notes.add(String.format(
                    Locale.ROOT, "It was not loaded: running it may take %.1f GB of memory", bytes / 1e9));
            return report(null, null);
        }
        long start = System.nanoTime();
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, THREADS)) {
            double load = millisSince(start);
            Delegation delegation = interpreter.delegation();
            List<Double> millis = runs(interpreter, runs, monitor);
            List<InspectionReport.Kernel> kernels = millis.isEmpty() ? List.of() : kernels(runs, monitor);
            return report(delegation, execution(delegation, load, millis, kernels));
        } catch (UserException e) {
            notes.add(e.what());
            return report(null, null);
        }
    }

    /** The profiler slows the runs down, so these are runs of their own. */
    private List<InspectionReport.Kernel> kernels(int runs, Monitor monitor) {
        try {
            return KernelProfile.measure(model, THREADS, runs, done -> monitor.checkpoint("Profiling", done, runs))
                    .stream()
                    .map(k -> new InspectionReport.Kernel(k.name(), k.operator() < 0 ? null : k.operator(), k.millis()))
                    .toList();
        } catch (UserException e) {
            notes.add(e.what());
            return List.of();
        }
    }

    private InspectionReport.Execution execution(
            Delegation delegation, double load, List<Double> runs, List<InspectionReport.Kernel> kernels) {
        return new InspectionReport.Execution(
                "TFLite " + TfliteInterpreter.runtimeVersion() + " with XNNPACK",
                THREADS,
                delegation.partitions(),
                delegation.notDelegated().size(),
                load,
                runs.isEmpty() ? null : LatencyStatistics.of(runs),
                kernels);
    }

    /** Run times; none if the inputs cannot be made up or a run fails, which is noted. */
    private List<Double> runs(TfliteInterpreter interpreter, int runs, Monitor monitor) {
        List<Double> millis = new ArrayList<>();
        if (runs == 0) {
            return millis;
        }
        try {
            interpreter.fillInputs();
            interpreter.invoke();
            while (millis.size() < runs) {
                monitor.checkpoint("Running", millis.size(), runs);
                long start = System.nanoTime();
                interpreter.invoke();
                millis.add(millisSince(start));
            }
        } catch (UserException e) {
            notes.add(e.what());
        }
        return millis;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private InspectionReport report(Delegation delegation, InspectionReport.Execution execution) {
        List<InspectionReport.Graph> graphs = listing.graphs(delegation);
        return new InspectionReport(
                model.source(),
                model.size(),
                model.sha256(),
                model.description(),
                listing.signatures(),
                graphs,
                listing.totals(graphs),
                execution,
                notes);
    }
}

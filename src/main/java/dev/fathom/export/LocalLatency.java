package dev.fathom.export;

import dev.fathom.core.Monitor;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.export.tflite.Delegation;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import dev.fathom.run.Cpu;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long a model takes on this machine. */
public final class LocalLatency {
    private LocalLatency() {}

    /**
     * What is measured.
     *
     * @param warmUp runs after which counting begins even if the times have not settled
     * @param runs runs that count
     */
    public record Settings(int threads, int warmUp, int runs) {
        /** One thread: on busy cores XNNPACK's threads wait for each other and the number says nothing. */
        public static final Settings DEFAULT = new Settings(1, 50, 100);

        public Settings {
            if (threads < 1 || warmUp < 0 || runs < 1) {
                throw new UsageException(
                        "Cannot measure " + runs + " runs after " + warmUp + " with " + threads + " threads",
                        "Use at least one thread and one run");
            }
        }
    }

    /**
     * Loads the model with XNNPACK and runs it on a fixed picture.
     *
     * @throws UserException if the model cannot be loaded or run
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static LatencyReport measure(Path file, Settings settings, Monitor monitor) {
        return measure(TfliteModel.read(file), settings, monitor);
    }

    /** The same for a model that is read. */
    static LatencyReport measure(TfliteModel model, Settings settings, Monitor monitor) {
        String stage = "Measuring latency of " + name(model);
        long start = System.nanoTime();
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, settings.threads())) {
            double load = millisSince(start);
            for (int i = 0; i < interpreter.inputCount(); i++) {
                interpreter.setInput(i, fixedPicture(interpreter.inputShape(i).elements()));
            }
            double first = timed(interpreter);
            WarmUp warmUp = new WarmUp(settings.warmUp());
            while (warmUp.goesOn()) {
                monitor.checkpoint("Warming up", warmUp.runs(), settings.warmUp());
                warmUp.add(timed(interpreter));
            }
            List<Double> runs = new ArrayList<>();
            LocalVerdict verdict = new LocalVerdict(settings.threads());
            while (runs.size() < settings.runs()) {
                monitor.checkpoint(stage, runs.size(), settings.runs());
                runs.add(timed(interpreter));
            }
            monitor.checkpoint(stage, settings.runs(), settings.runs());
            return report(
                    model,
                    interpreter.delegation(),
                    settings.threads(),
                    load,
                    first,
                    warmUp,
                    runs,
                    verdict.details(warmUp));
        }
    }

    private static LatencyReport report(
            TfliteModel model,
            Delegation delegation,
            int threads,
            double load,
            double first,
            WarmUp warmUp,
            List<Double> runs,
            LatencyDetails details) {
        return new LatencyReport(
                name(model),
                model.sha256(),
                model.size(),
                "local",
                machine(),
                "TFLite " + TfliteInterpreter.runtimeVersion() + " with XNNPACK",
                threads,
                delegation.partitions(),
                delegation.notDelegated().size(),
                load,
                first,
                warmUp.runs(),
                warmUp.isSteady(),
                LatencyStatistics.of(runs),
                runs,
                Instant.now(),
                details);
    }

    private static String name(TfliteModel model) {
        return Path.of(model.source()).getFileName().toString();
    }

    private static String machine() {
        return Cpu.name() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static double timed(TfliteInterpreter interpreter) {
        long start = System.nanoTime();
        interpreter.invoke();
        return millisSince(start);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Values 0 to 255 without a pattern: constant pictures can be faster than real ones. */
    private static float[] fixedPicture(int length) {
        float[] values = new float[length];
        int state = 1;
        for (int i = 0; i < length; i++) {
            state = state * 1664525 + 1013904223;
            values[i] = state >>> 24;
        }
        return values;
    }
}

package dev.fathom.device.bench;

import static dev.fathom.device.ShellQuote.quote;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.LinkLostException;
import dev.fathom.device.LocalMachine;
import dev.fathom.device.Machine;
import dev.fathom.device.PlainText;
import dev.fathom.device.payload.Payload;
import dev.fathom.device.payload.RemoteCache;
import dev.fathom.device.payload.Removed;
import dev.fathom.device.payload.Runner;
import dev.fathom.device.payload.TfliteLibrary;
import dev.fathom.device.probe.Probing;
import dev.fathom.device.probe.Requirements;
import dev.fathom.run.DeviceProbe;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures models on a machine: looks at it, uploads what is missing, ends what an earlier connection left, runs, and
 * judges. A measurement is whole or it is none: what a lost link or a cancel request interrupts is thrown away.
 */
public final class RemoteBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteBenchmark.class);
    private static final String LOOKING = "Looking at the device";
    private static final String PID_FILE = "/runner.pid";

    private final Machine machine;
    private final BenchmarkRequest request;
    private final Monitor monitor;

    private RemoteBenchmark(Machine machine, BenchmarkRequest request, Monitor monitor) {
        this.machine = machine;
        this.request = request;
        this.monitor = monitor;
    }

    /**
     * Measures every model with every number of threads.
     *
     * @return in the order of the numbers of threads, within each in that of the models
     * @throws UserException if the machine lacks something, a model cannot be run, or the link is lost
     * @throws CancellationException if the monitor says so; nothing is left running then
     */
    public static List<Measurement> run(Machine machine, BenchmarkRequest request, Monitor monitor) {
        try {
            return new RemoteBenchmark(machine, request, monitor).run();
        } catch (LinkLostException e) {
            throw new UserException(
                    "The connection to " + machine.name() + " was lost; what was being measured is thrown away",
                    "Try again: uploads go on where they stopped, and what was left running there is ended",
                    e);
        } catch (IOException e) {
            throw new UserException(
                    "Measuring on " + machine.name() + " failed: " + PlainText.of(String.valueOf(e.getMessage())),
                    "Check that the device answers, and try again",
                    e);
        }
    }

    /**
     * Removes what earlier measurements left on a machine.
     *
     * @throws UserException if it measures for someone else, or the link is lost
     */
    static Removed clean(Machine machine) {
        try {
            RemoteCache cache = RemoteCache.open(machine, Monitor.NONE);
            new Leftover(machine, cache.path() + PID_FILE).end();
            return cache.clean();
        } catch (IOException e) {
            throw new UserException(
                    "Cleaning " + machine.name() + " failed: " + PlainText.of(String.valueOf(e.getMessage())),
                    "Check that the device answers, and try again",
                    e);
        }
    }

    private List<Measurement> run() throws IOException {
        monitor.checkpoint(LOOKING, 0, 1);
        DeviceProbe probe = Probing.look(machine);
        if (!Requirements.python(probe)) {
            throw new UserException(
                    machine.name() + " has " + (probe.python() == null ? "no Python" : probe.python())
                            + ", and measuring needs Python 3.7",
                    "Install it there: sudo apt-get install python3");
        }
        monitor.checkpoint(LOOKING, 1, 1);
        RemoteCache cache = RemoteCache.open(machine, monitor);
        Leftover leftover = new Leftover(machine, cache.path() + PID_FILE);
        leftover.end();
        List<Payload> models = request.models().stream().map(Payload::of).toList();
        BenchmarkOptions options = request.options();
        ThreadCounts threads = ThreadCounts.of(options.threads(), probe.cores());
        String command = command(probe, cache, models, threads.counts());
        RunnerMessage.Result result = measured(command, leftover);
        RunnerAnswer.requireSound(result, models.size(), threads.counts(), machine.name());
        tidy(cache, models);
        return new Reports(label(), probe, request, models, threads.notes()).of(result);
    }

    /** What was measured is more important than an old file that stays. */
    private void tidy(RemoteCache cache, List<Payload> models) {
        try {
            cache.prune(models);
        } catch (IOException e) {
            LOG.info("Old files stay on {}: {}", machine.name(), e.getMessage());
        }
    }

    private String label() {
        return machine instanceof LocalMachine ? "local" : machine.name();
    }

    private RunnerMessage.Result measured(String command, Leftover leftover) throws IOException {
        try {
            return new RunnerProcess(machine, monitor).run(command);
        } catch (CancellationException e) {
            leftover.end();
            throw e;
        }
    }

    /** Uploads what is missing; the line that starts the runner, which takes the shell's place. */
    private String command(DeviceProbe probe, RemoteCache cache, List<Payload> models, List<Integer> threads)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(interpreter(probe), "-u", "-B", cache.put(Runner.payload())));
        words.addAll(library(probe, cache));
        for (Payload model : models) {
            words.add("--model");
            words.add(cache.put(model));
        }
        words.add("--threads");
        words.add(threads.stream().map(String::valueOf).collect(Collectors.joining(",")));
        words.addAll(options());
        words.addAll(List.of("--output", "--pid-file", cache.path() + PID_FILE, "--owner", Leftover.owner()));
        return "exec " + words.stream().map(word -> quote(word)).collect(Collectors.joining(" "));
    }

    private List<String> options() {
        BenchmarkOptions o = request.options();
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--warm-up", String.valueOf(o.warmUp()), "--runs", String.valueOf(o.runs())));
        words.addAll(List.of("--seconds", seconds(o.seconds() == null ? 0 : o.seconds())));
        words.addAll(List.of("--pause", seconds(o.pause())));
        if (o.fp16()) {
            words.add("--fp16");
        }
        if (o.profile()) {
            words.add("--profile");
        }
        return words;
    }

    /** Never in an exponent's form, never rounded to nothing. */
    private static String seconds(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.UP).toPlainString();
    }

    private static String interpreter(DeviceProbe probe) {
        return probe.python().split(" ", 2)[0];
    }

    private List<String> library(DeviceProbe probe, RemoteCache cache) throws IOException {
        Optional<String> obstacle = Requirements.withoutLibrary(probe);
        if (obstacle.isPresent()) {
            return List.of("--no-library", obstacle.get());
        }
        Optional<Payload> library = TfliteLibrary.of(probe.architecture());
        return library.isPresent()
                ? List.of("--library", cache.put(library.get()))
                : List.of("--no-library", "this Fathom has none for Linux on " + probe.architecture());
    }
}

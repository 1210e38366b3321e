package dev.fathom.device.bench;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.LinkLostException;
import dev.fathom.device.Machine;
import dev.fathom.device.PlainText;
import dev.fathom.device.RunningCommand;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to a runner: progress as it comes, one result at the end; every other line is noise. */
final class RunnerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(RunnerProcess.class);
    private static final String PROGRESS = "FATHOM-PROGRESS {";
    private static final String RESULT = "FATHOM-RESULT {";
    private static final long POLL_MILLIS = 100;
    private static final int SIGNALLED = 128;

    private final Machine machine;
    private final Monitor monitor;

    RunnerProcess(Machine machine, Monitor monitor) {
        this.machine = machine;
        this.monitor = monitor;
    }

    /**
     * Starts the runner and waits for its result. A cancel request closes the command, which ends the runner.
     *
     * @throws UserException with the runner's own words, or if it ended without any
     * @throws LinkLostException if the machine cannot be reached any more
     * @throws CancellationException if the monitor says so
     */
    RunnerMessage.Result run(String line) throws IOException {
        try (RunningCommand command = machine.start(line)) {
            Thread watcher = new Thread(() -> closeOnCancel(command), "runner-cancel");
            watcher.setDaemon(true);
            watcher.start();
            try {
                RunnerMessage.Result result = listen(command);
                return result == null ? endedWithoutResult(command) : accepted(result);
            } catch (IOException e) {
                throwIfCancelled();
                throw e;
            } finally {
                watcher.interrupt();
            }
        }
    }

    private void closeOnCancel(RunningCommand command) {
        try {
            while (!monitor.isCancelled()) {
                Thread.sleep(POLL_MILLIS);
            }
            command.close();
        } catch (InterruptedException e) {
            // The runner has ended: nothing is left to cancel.
            Thread.currentThread().interrupt();
        }
    }

    private RunnerMessage.Result listen(RunningCommand command) throws IOException {
        RunnerMessage.Result result = null;
        RunnerLines lines = new RunnerLines(command.out());
        for (String line = lines.next(); line != null && result == null; line = lines.next()) {
            if (line.startsWith(PROGRESS)) {
                tell(parsed(line, PROGRESS, RunnerMessage.Progress.class));
            } else if (line.startsWith(RESULT)) {
                result = parsed(line, RESULT, RunnerMessage.Result.class).orElse(null);
            } else if (!line.isBlank()) {
                LOG.debug("{} says: {}", machine.name(), line);
            }
        }
        throwIfCancelled();
        return result;
    }

    private void tell(Optional<RunnerMessage.Progress> progress) {
        progress.filter(p -> p.stage() != null).ifPresent(p -> monitor.checkpoint(p.stage(), p.done(), p.total()));
    }

    /** Empty for a line that was cut off, as by a link that broke in the middle of it. */
    private <T> Optional<T> parsed(String line, String mark, Class<T> type) {
        try {
            return Optional.of(RunnerAnswer.parse(line.substring(mark.length() - 1), type));
        } catch (IOException e) {
            LOG.info("{} said half a word: {}", machine.name(), line, e);
            return Optional.empty();
        }
    }

    private void throwIfCancelled() {
        if (monitor.isCancelled()) {
            throw new CancellationException("measuring");
        }
    }

    private static RunnerMessage.Result accepted(RunnerMessage.Result result) {
        if (result.error() != null) {
            throw new UserException(result.error(), result.remedy() == null ? "Try again" : result.remedy());
        }
        return result;
    }

    /** The output has ended: the link is lost, or the runner crashed. */
    private RunnerMessage.Result endedWithoutResult(RunningCommand command) throws IOException {
        int exit = command.join();
        throwIfCancelled();
        String last = command.err().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> PlainText.of(b));
        String how = exit > SIGNALLED ? "was ended by signal " + (exit - SIGNALLED) : "ended with exit code " + exit;
        LOG.info("The runner on {} said: {}", machine.name(), command.err());
        throw new UserException(
                "The runner on " + machine.name() + " " + how + " without a result"
                        + (last.isEmpty() ? "" : " (it last said: " + last + ")"),
                "If memory ran out there, measure one model at a time; else check the model with \"fathom inspect\"");
    }
}

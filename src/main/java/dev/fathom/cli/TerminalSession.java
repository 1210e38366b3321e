package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.PlainText;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerMessage;
import dev.fathom.run.Json;
import java.io.PrintStream;
import java.util.List;

/** A session in front of a user: results on standard output, progress and errors on standard error. */
final class TerminalSession extends Session {
    private final ProgressBar bar;

    TerminalSession(PrintStream out, PrintStream err, List<String> arguments, boolean interactive) {
        super(out, err, arguments);
        this.bar = new ProgressBar(err, interactive);
    }

    @Override
    boolean isWorker() {
        return false;
    }

    @Override
    void progress(WorkerMessage.Progress progress) {
        bar.show(progress);
    }

    @Override
    void endProgress() {
        bar.end();
    }

    @Override
    void result(JsonNode value, String text) {
        bar.end();
        out().println(json() ? Json.pretty(value) : text);
    }

    @Override
    void failure(UserException e) {
        bar.end();
        err().println("fathom: " + PlainText.of(e.sentence()));
    }
}

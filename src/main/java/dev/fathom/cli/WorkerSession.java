package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerMessage;
import dev.fathom.jobs.WorkerSide;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** A session whose parent process reads messages and asks for the stop. */
final class WorkerSession extends Session {
    private final WorkerSide side;

    WorkerSession(InputStream in, PrintStream out, PrintStream err, List<String> arguments) {
        super(err, err, arguments);
        this.side = WorkerSide.attach(in, out, this::cancel);
    }

    @Override
    boolean isWorker() {
        return true;
    }

    @Override
    void progress(WorkerMessage.Progress progress) {
        side.progress(progress);
    }

    @Override
    void endProgress() {
        // Messages need no end.
    }

    @Override
    void result(JsonNode value, String text) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("value", value);
        both.put("text", text);
        side.result(both);
    }

    @Override
    void failure(UserException e) {
        side.failure(e);
    }
}

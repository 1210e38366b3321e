package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs commands and reads what the last one printed. */
abstract class CommandTestBase {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Returns the exit code. */
    int run(String... words) {
        out.reset();
        err.reset();
        Session session = new TerminalSession(stream(out), stream(err), List.of(words), false);
        return CommandLineFront.commandLine(session).execute(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }
}

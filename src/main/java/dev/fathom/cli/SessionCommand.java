package dev.fathom.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that prints its result to a session, for people or as JSON. */
abstract class SessionCommand implements Callable<Integer> {
    private final Session session;

    SessionCommand(Session session) {
        this.session = session;
    }

    @Option(names = "--json", description = "Print the result as JSON.")
    void printJson(boolean on) {
        session.json(on);
    }

    final Session session() {
        return session;
    }
}

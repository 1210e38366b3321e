package dev.fathom.cli;

import dev.fathom.device.bench.MeasuringPlace;
import dev.fathom.device.ssh.HostKeyQuestion;
import picocli.CommandLine.Option;

/** Where to measure, as the command line says it. */
final class MeasuredPlace {
    @Option(names = "--local", required = true, description = "This machine.")
    private boolean local;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "[USER@]HOST[:PORT]",
            description = "A machine over SSH; aliases of ~/.ssh/config work.")
    private String host;

    boolean isLocal() {
        return local;
    }

    /**
     * The place, with this session's user to ask.
     *
     * @param acceptNew whether a host whose key is not known is taken for the right one
     */
    MeasuringPlace of(Session session, boolean acceptNew) {
        return local ? new MeasuringPlace.Here() : host(host, session, acceptNew);
    }

    static MeasuringPlace host(String text, Session session, boolean acceptNew) {
        return MeasuringPlace.host(
                text,
                acceptNew ? HostKeyQuestion.ACCEPT_NEW : HostKeyQuestion.REFUSE,
                new ConsoleSecrets(session),
                warning -> {
                    session.endProgress();
                    session.err().println("fathom: " + warning + ".");
                });
    }
}

package dev.fathom.cli;

import dev.fathom.device.LocalMachine;
import dev.fathom.device.Machine;
import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.SshConnector;
import dev.fathom.device.ssh.SshFiles;
import dev.fathom.device.ssh.SshTarget;
import picocli.CommandLine.Option;

/** Where to measure, as the command line says it. */
final class MeasuredPlace {
    @Option(names = "--local", required = true, description = "Measure on this machine.")
    private boolean local;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "[USER@]HOST[:PORT]",
            description = "Measure there over SSH; aliases of ~/.ssh/config work.")
    private String host;

    boolean isLocal() {
        return local;
    }

    /**
     * Connects.
     *
     * @param acceptNew whether a host whose key is not known is taken for the right one
     */
    Machine connect(Session session, boolean acceptNew) {
        if (local) {
            return new LocalMachine();
        }
        SshConnector connector = new SshConnector(
                SshFiles.ofUser(),
                acceptNew ? HostKeyQuestion.ACCEPT_NEW : HostKeyQuestion.REFUSE,
                new ConsoleSecrets(session),
                warning -> session.err().println("fathom: " + warning + "."));
        return connector.connect(SshTarget.parse(host), session::isCancelled);
    }
}

package dev.fathom.device.bench;

import dev.fathom.device.LocalMachine;
import dev.fathom.device.Machine;
import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.SecretPrompt;
import dev.fathom.device.ssh.SshConnector;
import dev.fathom.device.ssh.SshFiles;
import dev.fathom.device.ssh.SshTarget;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Where to measure. */
public sealed interface MeasuringPlace {
    /** This machine. */
    record Here() implements MeasuringPlace {
        @Override
        public Machine connect(BooleanSupplier cancel) {
            return new LocalMachine();
        }
    }

    /**
     * A machine over SSH.
     *
     * @param files where OpenSSH's configuration, keys and known hosts are
     * @param hostKeys asked about a host that was not seen before, on another thread
     * @param secrets asked for passwords and passphrases, on another thread
     * @param warnings told, in a sentence without a full stop, what was left out on the way
     */
    record Host(
            SshTarget target, SshFiles files, HostKeyQuestion hostKeys, SecretPrompt secrets, Consumer<String> warnings)
            implements MeasuringPlace {
        @Override
        public Machine connect(BooleanSupplier cancel) {
            return new SshConnector(files, hostKeys, secrets, warnings).connect(target, cancel);
        }
    }

    /**
     * A host as the user writes it, {@code [user@]host[:port]}, with the user's own configuration.
     *
     * @throws dev.fathom.core.UserException if the text names no machine
     */
    static MeasuringPlace host(String text, HostKeyQuestion hostKeys, SecretPrompt secrets, Consumer<String> warnings) {
        return new Host(SshTarget.parse(text), SshFiles.ofUser(), hostKeys, secrets, warnings);
    }

    /**
     * Connects and logs in.
     *
     * @param cancel asked often
     * @throws dev.fathom.core.UserException if it cannot be reached, is not the one it was, or does not let the user in
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    Machine connect(BooleanSupplier cancel);
}

package dev.fathom.device.ssh;

import dev.fathom.device.LinkLostException;
import java.io.IOException;
import java.util.Map;
import org.apache.sshd.client.channel.ClientChannel;

/** How a command on a closed channel ended. */
final class ExitStatus {
    private static final int KILLED = 128;
    private static final int UNKNOWN_SIGNAL = 127;

    /** Numbers of the signals of POSIX and Linux, by the names of RFC 4254. */
    private static final Map<String, Integer> SIGNALS = Map.ofEntries(
            Map.entry("HUP", 1),
            Map.entry("INT", 2),
            Map.entry("QUIT", 3),
            Map.entry("ILL", 4),
            Map.entry("TRAP", 5),
            Map.entry("ABRT", 6),
            Map.entry("BUS", 7),
            Map.entry("FPE", 8),
            Map.entry("KILL", 9),
            Map.entry("USR1", 10),
            Map.entry("SEGV", 11),
            Map.entry("USR2", 12),
            Map.entry("PIPE", 13),
            Map.entry("ALRM", 14),
            Map.entry("TERM", 15));

    private ExitStatus() {}

    /** @throws LinkLostException if it is not known because the link broke */
    static int of(ClientChannel channel, SshMachine machine) throws IOException {
        if (channel.getExitStatus() != null) {
            return channel.getExitStatus();
        }
        if (channel.getExitSignal() != null) {
            return KILLED + SIGNALS.getOrDefault(channel.getExitSignal(), UNKNOWN_SIGNAL);
        }
        throw machine.explained(new IOException("The command on " + machine.name() + " ended without saying how"));
    }
}

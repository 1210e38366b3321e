package dev.fathom.cli;

import dev.fathom.core.UsageException;
import dev.fathom.device.discovery.Discovery;
import dev.fathom.device.discovery.FoundMachine;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom devices}: the machines in the local network that answer, for {@code fathom latency --host}. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Lists machines in the local network that announce an SSH server (multicast DNS).")
final class DevicesCommand extends SessionCommand {
    private static final int LONGEST_SECONDS = 600;

    @Option(names = "--seconds", paramLabel = "T", description = "How long to listen, default ${DEFAULT-VALUE}.")
    private int seconds = 5;

    DevicesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new UsageException(
                    "Cannot listen for " + seconds + " seconds", "Give a number from 1 to " + LONGEST_SECONDS);
        }
        List<FoundMachine> found =
                new Discovery().search(Duration.ofSeconds(seconds), session()::isCancelled, machine -> {});
        session().result(Json.tree(found), text(found));
        return ExitCodes.SUCCESS;
    }

    private static String text(List<FoundMachine> found) {
        if (found.isEmpty()) {
            return "Nothing announced itself. A device that does not can still be reached by its name or address.";
        }
        StringBuilder text = new StringBuilder();
        for (FoundMachine machine : found) {
            text.append(String.format(
                    Locale.ROOT, "%-32s %-16s port %d%n", machine.host(), machine.address(), machine.port()));
        }
        return text.toString().stripTrailing();
    }
}

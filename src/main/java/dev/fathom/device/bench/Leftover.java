package dev.fathom.device.bench;

import static dev.fathom.device.ShellQuote.quote;

import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import dev.fathom.device.Machine;
import dev.fathom.device.MarkedLines;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A runner that is still there: left by a lost connection, or measuring for someone else. It names itself in a file of
 * the cache folder: process id and owner, {@code 4711 ann@desk/1234}; the owner is a process of a desktop.
 */
final class Leftover {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Names a process that is a runner, and not another one that got the same number; forgets one that is gone. */
    private static final String LOOK =
            """
            [ -r "$file" ] && read -r pid owner < "$file" || exit 0
            tr '\\000' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -q fathom_bench || { rm -f "$file"; exit 0; }
            printf '\\nFATHOM owner %s\\nFATHOM pid %s\\n' "$owner" "$pid"
            """;

    private static final String END = LOOK
            + """
            rm -f "$file"
            kill "$pid"
            for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || exit 0; sleep 0.2; done
            kill -9 "$pid"
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final Path MACHINE_ID = Path.of("/etc/machine-id");
    private static final int ID_DIGITS = 8;

    private final Machine machine;
    private final String variable;

    /** @param file where a runner names itself */
    Leftover(Machine machine, String file) {
        this.machine = machine;
        this.variable = "file=" + quote(file) + "\n";
    }

    /** This process as the owner of runners. */
    static String owner() {
        return desktop() + ProcessHandle.current().pid();
    }

    private static String desktop() {
        return (System.getProperty("user.name") + "@" + host()).replaceAll("\\s", "_") + "/";
    }

    /** The same for every process of this machine, and another on every other one, which a shell's HOSTNAME is not. */
    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return Files.isRegularFile(MACHINE_ID)
                    ? name + "-" + Sha256.of(MACHINE_ID).substring(0, ID_DIGITS)
                    : name;
        } catch (IOException e) {
            LOG.debug("This machine has no name", e);
            return "desktop";
        }
    }

    /**
     * Ends a runner whose owner is this process, or one of this desktop that is gone.
     *
     * @throws UserException if it measures for someone else
     */
    void end() throws IOException {
        MarkedLines found = MarkedLines.of(machine.run(variable + LOOK, LIMIT).out());
        if (found.first("pid").isEmpty()) {
            return;
        }
        String owner = found.first("owner").orElse("someone");
        if (!isOurs(owner)) {
            throw new UserException(
                    machine.name() + " is measuring for " + owner,
                    "Wait until that has ended, or end it there: kill "
                            + found.first("pid").orElseThrow());
        }
        machine.run(variable + END, LIMIT);
    }

    private static boolean isOurs(String owner) {
        if (!owner.startsWith(desktop())) {
            return false;
        }
        String pid = owner.substring(desktop().length());
        boolean alive = pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
        return !alive || owner.equals(owner());
    }
}

package dev.fathom.device.probe;

import dev.fathom.core.UserException;
import dev.fathom.device.CommandResult;
import dev.fathom.device.Machine;
import dev.fathom.device.MarkedLines;
import dev.fathom.device.PlainText;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.DeviceState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Looks at a device by one script that is run once and changes nothing. */
public final class Probing {
    private static final String SCRIPT = "/assets/device/probe.sh";
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final long KILO = 1024;
    private static final int MOST_CORES = 8192;
    private static final double MHZ_PER_KHZ = 1e-3;
    private static final double DEGREES_PER_UNIT = 1e-3;
    private static final int HEXADECIMAL = 16;

    private Probing() {}

    /**
     * Looks at a machine.
     *
     * @throws UserException if it answers nothing that can be understood
     * @throws dev.fathom.device.LinkLostException if it cannot be reached any more
     */
    public static DeviceProbe look(Machine machine) throws IOException {
        CommandResult result = machine.run(script(), LIMIT);
        MarkedLines lines = MarkedLines.of(result.out());
        if (lines.first("end").isEmpty()) {
            throw new UserException(
                    machine.name() + " did not answer the questions about itself"
                            + result.err()
                                    .lines()
                                    .findFirst()
                                    .map(line -> ": " + PlainText.of(line))
                                    .orElse(""),
                    "Fathom measures on Linux machines with a POSIX shell; check what a login there prints");
        }
        return parse(lines);
    }

    private static String script() throws IOException {
        try (InputStream in = Probing.class.getResourceAsStream(SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the script's output says. */
    public static DeviceProbe parse(MarkedLines lines) {
        DeviceState state = new DeviceState(
                lines.number("temperature")
                        .map(value -> value * DEGREES_PER_UNIT)
                        .orElse(null),
                fastest(lines, "clock"),
                fastest(lines, "max_clock"),
                lines.first("throttled").flatMap(Probing::bits).orElse(null),
                lines.number("load").orElse(null));
        return new DeviceProbe(
                lines.first("board").orElse("unknown board"),
                lines.first("os").orElse("unknown system"),
                lines.first("kernel").orElse("unknown kernel"),
                lines.first("architecture").orElse("unknown"),
                small(lines, "bits"),
                lines.first("libc").orElse(null),
                small(lines, "cores"),
                bytes(lines, "MemTotal"),
                bytes(lines, "MemAvailable"),
                lines.first("governor").orElse(null),
                state,
                bytes(lines, "free"),
                lines.first("python").orElse(null),
                lines.all("runtime").stream().distinct().toList());
    }

    /** A number that can be one of cores or bits. */
    private static Integer small(MarkedLines lines, String key) {
        return lines.whole(key)
                .filter(value -> value > 0 && value <= MOST_CORES)
                .map(Long::intValue)
                .orElse(null);
    }

    private static Long bytes(MarkedLines lines, String key) {
        return lines.whole(key)
                .filter(kilobytes -> kilobytes < Long.MAX_VALUE / KILO)
                .map(kilobytes -> kilobytes * KILO)
                .orElse(null);
    }

    private static Double fastest(MarkedLines lines, String key) {
        return lines.all(key).stream()
                .filter(value -> value.matches("\\d{1,12}"))
                .map(kilohertz -> Long.parseLong(kilohertz) * MHZ_PER_KHZ)
                .max(Double::compare)
                .orElse(null);
    }

    private static Optional<Integer> bits(String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        return digits.matches("[0-9a-fA-F]{1,7}")
                ? Optional.of(Integer.parseInt(digits, HEXADECIMAL))
                : Optional.empty();
    }
}

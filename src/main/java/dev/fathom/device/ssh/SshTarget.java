package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to connect, as the user writes it: {@code [user@]host[:port]}. The host may be an alias of the SSH
 * configuration; an IPv6 address stands in brackets if a port follows.
 *
 * @param user empty: the configuration's, else the local user's name
 * @param port empty: the configuration's, else 22
 */
public record SshTarget(Optional<String> user, String host, OptionalInt port) {
    private static final Pattern FORM = Pattern.compile(
            "(?:ssh://)?(?:(?<user>[^\\s]+)@)?(?<host>\\[[^\\[\\]\\s]+]|[^\\[\\]@:\\s]+)(?::(?<port>\\d+))?");
    private static final int LAST_PORT = 65535;

    /** @throws UserException if the text has another form */
    public static SshTarget parse(String text) {
        // More than one colon without brackets is an IPv6 address without a port, as for OpenSSH.
        String afterUser = text.substring(text.lastIndexOf('@') + 1);
        boolean bareAddress = !afterUser.startsWith("[")
                && afterUser.chars().filter(c -> c == ':').count() > 1;
        boolean uri = text.startsWith("ssh://");
        Matcher form = FORM.matcher(
                bareAddress && !uri
                        ? text.substring(0, text.length() - afterUser.length()) + "[" + afterUser + "]"
                        : text);
        if (!form.matches() || form.group("host").startsWith("-")) {
            throw new UserException("\"" + text + "\" does not name a machine", "Write user@host or user@host:port");
        }
        return new SshTarget(
                Optional.ofNullable(form.group("user")),
                withoutBrackets(form.group("host")),
                port(form.group("port"), text));
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static OptionalInt port(String digits, String text) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > LAST_PORT) {
            throw new UserException(
                    "The port in \"" + text + "\" is not between 1 and 65535", "SSH's usual port is 22");
        }
        return OptionalInt.of(port);
    }

    @Override
    public String toString() {
        String place = host.contains(":") ? "[" + host + "]" : host;
        return user.map(name -> name + "@").orElse("") + place + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}

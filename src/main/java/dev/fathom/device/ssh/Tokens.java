package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import dev.fathom.device.PlainText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Fills in what the configuration leaves open in a path: {@code ~}, {@code %d}, {@code %h}, {@code %r} and their kin. */
record Tokens(SshFiles files, HostQuery query, int port) {
    Path path(String text) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && i + 1 < text.length()) {
                i++;
                filled.append(value(text.charAt(i)));
            } else {
                filled.append(c);
            }
        }
        try {
            return files.path(filled.toString());
        } catch (InvalidPathException e) {
            throw new UserException(
                    "\"" + PlainText.of(text) + "\" in the SSH configuration is not a path",
                    "Correct ~/.ssh/config",
                    e);
        }
    }

    private String value(char token) {
        return switch (token) {
            case 'd' -> files.home().toString();
            case 'h' -> query.address();
            case 'n' -> query.name();
            case 'p' -> String.valueOf(port);
            case 'r' -> query.user();
            case 'u' -> HostQuery.LOCAL_USER;
            case '%' -> "%";
            default -> "%" + token;
        };
    }
}

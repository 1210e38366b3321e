package dev.fathom.cli;

import dev.fathom.device.ssh.SecretPrompt;
import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;

/** Asks for passwords and passphrases on the terminal, without an echo; where there is no terminal nobody is asked. */
final class ConsoleSecrets implements SecretPrompt {
    private final Session session;

    ConsoleSecrets(Session session) {
        this.session = session;
    }

    @Override
    public Optional<char[]> password(String question) {
        return ask(question);
    }

    @Override
    public Optional<char[]> passphrase(Path file) {
        return ask("Passphrase of " + file);
    }

    private Optional<char[]> ask(String question) {
        Console console = session.isWorker() ? null : System.console();
        if (console == null) {
            return Optional.empty();
        }
        session.endProgress();
        return Optional.ofNullable(console.readPassword("%s: ", question)).filter(answer -> answer.length > 0);
    }
}

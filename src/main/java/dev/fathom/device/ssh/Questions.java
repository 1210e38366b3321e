package dev.fathom.device.ssh;

import dev.fathom.device.PlainText;
import java.util.Optional;

/** Asks for a host's password as often as the record allows. */
record Questions(String host, SecretPrompt prompt, Patience patience, LoginRecord record) {
    Optional<Secret> password() {
        return ask((record.hasGivenPasswords() ? "That was wrong. " : "") + "Password of " + host);
    }

    /** @param text what the host asks, such as {@code Password:} */
    Optional<Secret> answer(String text) {
        // Only printable text: a host must not play with the user's terminal.
        String question = PlainText.of(text).replaceFirst(":$", "");
        return ask((question.isEmpty() ? "Password" : question) + " of " + host);
    }

    private Optional<Secret> ask(String question) {
        if (!record.mayAsk()) {
            return Optional.empty();
        }
        Optional<Secret> answer =
                patience.whileAsking(() -> prompt.password(question)).map(Secret::new);
        if (answer.isEmpty()) {
            record.unanswered();
        }
        return answer;
    }
}

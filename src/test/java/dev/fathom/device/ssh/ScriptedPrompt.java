package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Answers with what a test prepared, and remembers what it was asked. */
final class ScriptedPrompt implements SecretPrompt {
    private final Deque<String> passwords = new ArrayDeque<>();
    private final Deque<String> passphrases = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private final List<char[]> given = new ArrayList<>();

    void passwords(String... answers) {
        passwords.addAll(List.of(answers));
    }

    void passphrases(String... answers) {
        passphrases.addAll(List.of(answers));
    }

    List<String> questions() {
        return questions;
    }

    @Override
    public synchronized Optional<char[]> password(String question) {
        questions.add(question);
        return answer(passwords);
    }

    @Override
    public synchronized Optional<char[]> passphrase(Path file) {
        questions.add(file.toString());
        return answer(passphrases);
    }

    private Optional<char[]> answer(Deque<String> answers) {
        Optional<char[]> answer = Optional.ofNullable(answers.poll()).map(String::toCharArray);
        answer.ifPresent(given::add);
        return answer;
    }

    void assertAllWiped() {
        for (char[] characters : given) {
            assertArrayEquals(new char[characters.length], characters);
        }
    }
}

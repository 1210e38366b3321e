package dev.fathom.ui.device;

import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.SecretPrompt;
import dev.fathom.device.ssh.UnknownHostKey;
import dev.fathom.ui.base.Dialogs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;

/** Asks the user what connecting needs to know; the thread that connects waits for the answer. */
final class DialogQuestions implements HostKeyQuestion, SecretPrompt {
    private final Dialogs dialogs;

    DialogQuestions(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public boolean accept(UnknownHostKey key) {
        return ask(false, answer -> new HostKeyCard(key, answer));
    }

    @Override
    public Optional<char[]> password(String question) {
        return ask(Optional.empty(), answer -> new SecretCard(question, answer));
    }

    @Override
    public Optional<char[]> passphrase(Path file) {
        return ask(Optional.empty(), answer -> new SecretCard("Passphrase of the key " + file, answer));
    }

    /** Shows a card until it has answered or is closed; closing it means {@code closed}. */
    private <V> V ask(V closed, Function<CompletableFuture<V>, Node> card) {
        CompletableFuture<V> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            Node shown = card.apply(answer);
            dialogs.show(shown);
            shown.parentProperty().addListener((property, before, now) -> answer.complete(closed));
            answer.whenComplete((value, error) -> Platform.runLater(() -> {
                if (shown.getParent() != null) {
                    dialogs.close();
                }
            }));
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.complete(closed);
            return closed;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}

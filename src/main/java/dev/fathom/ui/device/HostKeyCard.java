package dev.fathom.ui.device;

import dev.fathom.device.ssh.UnknownHostKey;
import dev.fathom.ui.base.CommandField;
import dev.fathom.ui.base.DialogCard;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Shows the fingerprint of a host that was not seen before and asks whether it is the right one. */
final class HostKeyCard extends DialogCard {
    HostKeyCard(UnknownHostKey key, CompletableFuture<Boolean> answer) {
        super(
                "host-key",
                "Is this the right machine?",
                paragraph(key.host() + " has not been seen before. Its " + key.type() + " key has the fingerprint"),
                fingerprint(key.fingerprint()),
                paragraph(advice(key)),
                new CommandField(
                        "ssh-keygen -lf /etc/ssh/ssh_host_" + key.type().toLowerCase(Locale.ROOT) + "_key.pub"));
        if (key.otherKnownTypes().isEmpty()) {
            getChildren().add(getChildren().size() - 1, paragraph("Trusting it writes the key into your known_hosts."));
        }
        getStyleClass().add("host-key-card");
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> answer.complete(false));
        Button trust = new Button("Trust and connect");
        trust.setId("trustButton");
        trust.setOnAction(event -> answer.complete(true));
        boolean suspicious = !key.otherKnownTypes().isEmpty();
        trust.getStyleClass().add(suspicious ? "danger" : "accent");
        cancel.setDefaultButton(suspicious);
        trust.setDefaultButton(!suspicious);
        addButtons(cancel, trust);
    }

    private static TextField fingerprint(String text) {
        TextField field = new TextField(text);
        field.setEditable(false);
        field.getStyleClass().add("number");
        field.setAccessibleText("Fingerprint " + text);
        return field;
    }

    private static String advice(UnknownHostKey key) {
        String compare = "Compare it with what this prints on the machine itself:";
        return key.otherKnownTypes().isEmpty()
                ? compare
                : "The machine is already known by its " + String.join(", ", key.otherKnownTypes())
                        + " key, so a new one is suspicious. " + compare;
    }
}

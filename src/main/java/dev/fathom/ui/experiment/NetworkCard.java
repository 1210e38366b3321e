package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.ui.base.Numbers;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a network costs and offers. */
final class NetworkCard extends VBox {
    private final Label description = new Label();
    private final FlowPane figures = new FlowPane();
    private final FlowPane taps = new FlowPane();
    private final Label reason = new Label();

    NetworkCard() {
        getStyleClass().add("network-card");
        figures.getStyleClass().add("figures");
        taps.getStyleClass().add("taps");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        description.getStyleClass().add("text-muted");
        reason.getStyleClass().add("text-muted");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(description, figures, taps, reason);
    }

    /** @param nothing what to say while there is no network */
    void show(Finding<NetworkFacts> network, String nothing) {
        boolean there = network.isThere();
        for (Region part : List.of(description, figures, taps)) {
            part.setVisible(there);
            part.setManaged(there);
        }
        reason.setVisible(!there);
        reason.setManaged(!there);
        UserException why = network.reason();
        reason.setText(why == null ? nothing : why.sentence());
        if (there) {
            fill(network.value());
        }
    }

    private void fill(NetworkFacts n) {
        description.setText(n.description());
        figures.getChildren()
                .setAll(
                        figure("Parameters", Numbers.count(n.cost().parameters()), "Trainable values"),
                        figure("MACs", macs(n.cost().macs()), "Multiply-accumulates of one image"),
                        figure("Float32", bytes(n.bytesF32()), "Weights as 32-bit numbers"),
                        figure("Int8", bytes(n.bytesInt8()), "Weights as 8-bit numbers"),
                        figure("Works at", n.inner().toString(), "Size to which it shrinks an image of " + n.image()));
        taps.getChildren().setAll(new Label("Taps"));
        for (NetworkFacts.TapShape tap : n.taps()) {
            Label chip = new Label(tap.name());
            chip.getStyleClass().add("tap-chip");
            chip.setTooltip(new Tooltip("Channels x height x width: " + tap.shape()));
            taps.getChildren().add(chip);
        }
    }

    static VBox figure(String name, String value, String help) {
        Label title = new Label(name);
        title.getStyleClass().add("figure-name");
        Label number = new Label(value);
        number.getStyleClass().add("figure-value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip.install(number, new Tooltip(help));
        VBox box = new VBox(title, number);
        box.getStyleClass().add("figure");
        return box;
    }

    static String macs(long macs) {
        return macs >= 1e9
                ? String.format(Locale.ROOT, "%.2f G", macs / 1e9)
                : String.format(Locale.ROOT, "%.1f M", macs / 1e6);
    }

    /** In decimal units, as files are listed. */
    static String bytes(long bytes) {
        if (bytes >= 1e9) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
        }
        return bytes >= 1e6
                ? String.format(Locale.ROOT, bytes >= 1e7 ? "%.0f MB" : "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
    }
}

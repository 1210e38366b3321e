package dev.fathom.ui.device;

import dev.fathom.device.ssh.UnknownHostKey;
import dev.fathom.run.LatencyReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;

/** What the page of devices shows, without a device. */
public final class DeviceFixture {
    private static final String FINGERPRINT = "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDTH8jNwYqYrzLVRz8";

    private DeviceFixture() {}

    /** Looks at a board that lacks something. */
    public static void look(DeviceViewModel model) {
        Place place = model.placeProperty().get();
        model.errand().begin("Looking at " + place.title(), monitor -> FakeBench.look(place), model::showLook);
    }

    /** A measurement of a model with some threads. */
    public static LatencyReport report(String model, int threads, double millis) {
        return FakeBench.report(model, "pi@raspberrypi.local", threads, millis);
    }

    /** The question about a host that was not seen before, or that shows another key than it did. */
    public static Node hostKey(boolean suspicious) {
        UnknownHostKey key = new UnknownHostKey(
                "raspberrypi.local", "ED25519", FINGERPRINT, suspicious ? List.of("RSA", "ECDSA") : List.of());
        return new HostKeyCard(key, new CompletableFuture<>());
    }

    /** The question for a password. */
    public static Node secret() {
        return new SecretCard("Password of pi at raspberrypi.local", new CompletableFuture<>());
    }
}

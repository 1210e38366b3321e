package dev.fathom.ui;

import dev.fathom.run.Workspace;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.Button;

/** A process with the real window that presses Resume for the newest run as soon as that can be pressed. */
final class ResumingWindow {
    private static final long POLL_MILLIS = 100;

    private ResumingWindow() {}

    public static void main(String[] args) {
        Thread user = new Thread(ResumingWindow::pressResume, "user");
        user.setDaemon(true);
        user.start();
        Window.launch(new Workspace(Path.of(args[0])));
    }

    private static void pressResume() {
        try {
            while (true) {
                Thread.sleep(POLL_MILLIS);
                pollOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pollOnce() {
        try {
            Platform.runLater(() -> javafx.stage.Window.getWindows().stream()
                    .map(window -> window.getScene().lookup("#resumeButton"))
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> button.isVisible() && !button.isDisabled())
                    .forEach(Button::fire));
        } catch (IllegalStateException e) {
            // The toolkit is still starting.
            return;
        }
    }
}

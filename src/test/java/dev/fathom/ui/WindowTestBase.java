package dev.fathom.ui;

import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.job.FakeWorkers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window over a workspace in a temporary folder, with workers that a test plays itself. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowTestBase {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    static Path folder;

    final FakeWorkers workers = new FakeWorkers();
    final ChosenFiles files = new ChosenFiles();
    final List<Path> opened = new ArrayList<>();
    final List<Workspace> switched = new ArrayList<>();
    Settings settings;
    Workspace workspace;
    Shell shell;
    Stage stage;

    /** Makes the runs of a test before the window opens. */
    abstract void fill(Workspace empty) throws IOException;

    /** TestFX itself starts no window by an inherited method. */
    @BeforeEach
    void openWindow() throws TimeoutException {
        FxToolkit.setupStage(window -> {
            try {
                start(window);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Shows the workspace in the window. Called on the JavaFX thread. */
    void start(Stage window) throws IOException {
        Path root = Files.createTempDirectory(folder, "workspace");
        workspace = new Workspace(root);
        fill(workspace);
        stage = window;
        settings = Settings.load(root.resolve("window.json"));
        shell = new Shell(workspace, new Host(workers, settings, owner -> files, opened::add, switched::add));
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        shell.start();
    }

    @AfterEach
    void closeWindow() {
        WaitForAsyncUtils.asyncFx(shell::close);
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    /** The keys of a page, for a robot to press. */
    KeyPresses keysOf(PageId id, FxRobot robot) {
        return new KeyPresses(robot, onFx(() -> shell.commands().pages().stream()
                .filter(page -> page.id() == id)
                .flatMap(page -> page.shortcuts().stream())
                .toList()));
    }

    /** Shows a page. */
    void show(PageId page) {
        onFx(() -> {
            shell.go(new Destination.Just(page));
            return null;
        });
    }

    /** Waits until the condition, asked on the JavaFX thread, holds. */
    static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come about that " + what, e);
        }
    }

    static void awaitText(FxRobot robot, String query, String text) {
        await(query + " shows \"" + text + "\"", () -> robot.lookup(query).queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().equals(text) && isShown(label)));
    }

    /** Visible with all its parents, and laid out. */
    static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible() || n instanceof Parent parent && parent.isNeedsLayout()) {
                return false;
            }
        }
        return node.getScene() != null
                && node.localToScene(node.getLayoutBounds())
                        .intersects(
                                0,
                                0,
                                node.getScene().getWidth(),
                                node.getScene().getHeight());
    }

    static <T> T onFx(Callable<T> callable) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, callable);
    }
}

package dev.fathom.ui;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window remembers from one start to the next: theme, place and size. Holds no secrets. */
public final class WindowSettings {
    private static final Logger LOG = LoggerFactory.getLogger(WindowSettings.class);

    private final Path file;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private Bounds bounds;

    /** Place and size on the screens, and whether the window fills its screen. */
    record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /** The content of the file. */
    record Stored(boolean dark, Bounds bounds) {}

    private WindowSettings(Path file, Stored stored) {
        this.file = file;
        dark.set(stored.dark());
        bounds = stored.bounds();
    }

    /** {@code $XDG_CONFIG_HOME/fathom/window.json}, else under {@code ~/.config}. */
    static Path standardFile() {
        String chosen = System.getenv("XDG_CONFIG_HOME");
        Path base = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(chosen);
        return base.resolve("fathom").resolve("window.json");
    }

    /** Reads the file; without one, or with one that is not understood, the window starts as the first time. */
    static WindowSettings load(Path file) {
        Stored first = new Stored(false, null);
        if (!Files.exists(file)) {
            return new WindowSettings(file, first);
        }
        try {
            return new WindowSettings(file, Json.readFile(file, Stored.class));
        } catch (UserException e) {
            LOG.warn("Window settings are not understood and start anew: {}", e.sentence());
            return new WindowSettings(file, first);
        }
    }

    void save() {
        try {
            Json.writeFile(file, new Stored(dark.get(), bounds));
        } catch (IOException e) {
            LOG.warn("Window settings could not be saved in {}", file, e);
        }
    }

    /** True for the dark theme. */
    BooleanProperty darkProperty() {
        return dark;
    }

    /** Puts the window where it was, if there still is a screen. */
    void applyTo(Stage stage) {
        if (bounds == null) {
            fitIntoScreen(stage);
            return;
        }
        boolean onScreen = !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                .isEmpty();
        if (onScreen) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
            stage.setWidth(bounds.width());
            stage.setHeight(bounds.height());
        }
        stage.setMaximized(bounds.maximized());
    }

    /** The first time: as large as the page wants to be, but not larger than the screen. */
    private static void fitIntoScreen(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = stage.getScene().getWidth();
        double height = stage.getScene().getHeight();
        if (width > screen.getWidth() || height > screen.getHeight()) {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(Math.min(width, screen.getWidth()));
            stage.setHeight(Math.min(height, screen.getHeight()));
        }
    }

    void takeFrom(Stage stage) {
        bounds = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}

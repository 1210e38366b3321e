package dev.fathom.ui;

import dev.fathom.ui.desk.Settings;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Place and size of the window, remembered. */
final class WindowPlace {
    private WindowPlace() {}

    /** Puts the window where it was, if there still is a screen. */
    static void restore(Stage stage, Settings settings) {
        Settings.Bounds bounds = settings.bounds();
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

    static void remember(Stage stage, Settings settings) {
        settings.setBounds(new Settings.Bounds(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SpeckTest {
    private final AtomicInteger changes = new AtomicInteger();
    private Label hidden;
    private Speck speck;

    @Start
    void start(Stage window) {
        hidden = new Label("hidden");
        hidden.setVisible(false);
        StackPane root = new StackPane(hidden);
        Scene scene = new Scene(root, 400, 300);
        speck = Speck.of(scene);
        root.getChildren().add(speck);
        speck.opacityProperty().addListener(change -> changes.incrementAndGet());
        window.setScene(scene);
        window.show();
    }

    @Test
    void changesWithALayoutAndThenKeepsStill(FxRobot robot) {
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        int before = changes.get();
        robot.interact(() -> hidden.setText("another text"));
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        int after = changes.get();
        assertTrue(after > before, "it changes together with what is hidden");
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        assertEquals(after, changes.get(), "nothing was laid out");
    }

    @Test
    void isInNobodysWay() {
        assertFalse(speck.isManaged());
        assertTrue(speck.isMouseTransparent());
        assertEquals(1, speck.getWidth());
        assertEquals(1, speck.getHeight());
    }
}

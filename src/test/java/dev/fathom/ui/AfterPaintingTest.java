package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AfterPaintingTest {
    private final List<String> events = new ArrayList<>();
    private Scene scene;

    @Start
    void start(Stage window) {
        scene = new Scene(new Label("page"), 400, 300);
        scene.addPostLayoutPulseListener(() -> events.add("pulse"));
        window.setScene(scene);
        window.show();
    }

    @Test
    void theWorkIsDoneOnceWhenTwoPulsesHavePassed(FxRobot robot) {
        WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
        robot.interact(() -> {
            events.clear();
            AfterPainting.run(() -> events.add("work"));
        });
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        assertEquals(1, events.stream().filter("work"::equals).count());
        assertTrue(events.indexOf("work") >= 2, events.toString());
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.image.Colouring;
import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class ComparePageTest extends WindowTestBase {
    @Start
    void start(Stage window) throws IOException {
        open(window);
    }

    @Override
    void fill(Workspace empty) throws IOException {
        RunFixture teacher = RunFixture.create(empty, "teacher", 20, null, 0)
                .samples(64, 48, List.of("a", "b"), List.of(10, 20))
                .best(20)
                .state(RunState.FINISHED);
        RunFixture.create(empty, "student", 20, teacher.folder().id(), 1)
                .samples(64, 48, List.of("a", "b"), List.of(5, 10, 15))
                .state(RunState.RUNNING);
    }

    @BeforeEach
    void openPage(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        awaitText(robot, "#epochText", "Epoch 15");
        await("the pictures are there", () -> !near(robot).getText().isEmpty());
    }

    private static TextField near(FxRobot robot) {
        return robot.lookup("#near").queryAs(TextField.class);
    }

    private double scale() {
        return onFx(() -> shell.compare().view().scale());
    }

    @Test
    void sixPicturesAreShownAndInvalidPixelsHaveTheirColour(FxRobot robot) {
        assertEquals(6, robot.lookup(".image-pane").queryAll().size());
        Node truth = robot.lookup("#pane-truth").query();
        await("the sky of the ground truth is in the invalid colour", () -> {
            WritableImage picture = truth.snapshot(null, null);
            int x = (int) picture.getWidth() / 2;
            // The image is fitted to the pane's width; its upper sixth is sky.
            int top = (int) ((picture.getHeight() - picture.getWidth() * 48 / 64) / 2);
            return picture.getPixelReader().getArgb(x, top + 12) == Colouring.INVALID;
        });
    }

    @Test
    void thePointerReadsAllPicturesInMetres(FxRobot robot) {
        robot.moveTo("#pane-student");
        awaitText(robot, "#probeValid", "valid");
        String truth = robot.lookup("#probeTruth").queryLabeled().getText();
        assertTrue(truth.matches("\\d+\\.\\d\\d m"), truth);
        assertTrue(robot.lookup("#probeRelative").queryLabeled().getText().endsWith("%"));
        assertTrue(robot.lookup("#probeTeacher").queryLabeled().getText().endsWith(" m"));
        await("every pane names its value", () -> robot.lookup(".pane-tag").queryAll().stream()
                .anyMatch(tag -> ((javafx.scene.control.Label) tag).getText().equals("Ground truth   " + truth)));
    }

    @Test
    void scrollZoomsAllPanesDragMovesThemAndDoubleClickFits(FxRobot robot) {
        double fitted = scale();
        robot.moveTo("#pane-rgb").scroll(4);
        await("the scale changed", () -> shell.compare().view().scale() != fitted);
        double x = onFx(() -> shell.compare().view().x());
        robot.drag("#pane-rgb", MouseButton.PRIMARY).dropBy(30, 0);
        assertNotEquals(x, onFx(() -> shell.compare().view().x()));
        robot.doubleClickOn("#pane-teacher");
        await("the whole image is shown", () -> shell.compare().view().scale() == fitted);
    }

    @Test
    void everyKeyDoesWhatTheSheetSays(FxRobot robot) {
        robot.push(KeyCode.LEFT);
        awaitText(robot, "#epochText", "Epoch 10");
        robot.push(KeyCode.RIGHT);
        awaitText(robot, "#epochText", "Epoch 15");
        robot.push(KeyCode.DOWN);
        await("the second image is chosen", () -> "b"
                .equals(shell.compare().idProperty().get()));
        assertEquals("b", onFx(() -> robot.lookup("#images")
                .queryAs(ListView.class)
                .getSelectionModel()
                .getSelectedItem()));
        robot.push(KeyCode.UP);
        await("the first image is chosen", () -> "a"
                .equals(shell.compare().idProperty().get()));
        double fitted = scale();
        robot.push(KeyCode.EQUALS);
        await("zoomed in", () -> shell.compare().view().scale() > fitted);
        double x = onFx(() -> shell.compare().view().x());
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        await("moved", () -> shell.compare().view().x() > x);
        robot.push(KeyCode.MINUS);
        robot.push(KeyCode.MINUS);
        await("zoomed out", () -> shell.compare().view().scale() < fitted);
        robot.push(KeyCode.DIGIT0);
        await("fitted", () -> shell.compare().view().scale() == fitted);
        GridPane grid = robot.lookup("#grid").queryAs(GridPane.class);
        robot.push(KeyCode.DIGIT3);
        await("the student is alone", () -> grid.getChildren().size() == 1);
        assertEquals("pane-student", grid.getChildren().get(0).getId());
        robot.push(KeyCode.DIGIT5);
        await("the error is alone", () -> grid.getChildren().get(0).getId().equals("pane-error"));
        robot.push(KeyCode.DIGIT5);
        await("all are back", () -> grid.getChildren().size() == 6);
    }

    @Test
    void theRangeIsTypedAndPutBack(FxRobot robot) {
        String automatic = near(robot).getText();
        robot.doubleClickOn("#near").write("1.5").push(KeyCode.ENTER);
        await("the range is taken", () -> shell.compare().fixedRangeProperty().get() != null);
        assertEquals(1.5, onFx(() -> shell.compare().fixedRangeProperty().get().near()));
        robot.doubleClickOn("#near").write("99").push(KeyCode.ENTER);
        await("a range that is none is put back", () -> near(robot).getText().equals("1.50"));
        robot.clickOn("#autoRange");
        await("the percentiles are back", () -> near(robot).getText().equals(automatic));
    }
}

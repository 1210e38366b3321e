package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.compare.Picture;
import dev.fathom.ui.image.Colouring;
import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ComparePageTest extends WindowTestBase {
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
    }

    private double scale() {
        return onFx(() -> shell.compare().view().scale());
    }

    @Test
    void picturesAreChosenReadAndMoved(FxRobot robot) {
        Node truth = robot.lookup("#pane-2").query();
        await("the sky of the ground truth is in the invalid colour", () -> {
            WritableImage picture = truth.snapshot(null, null);
            double scale = Math.min(picture.getWidth() / 64, picture.getHeight() / 48);
            int x = (int) (picture.getWidth() / 2 + 0.25 * 64 * scale);
            // The image is fitted into the pane; its upper sixth is sky.
            int top = (int) ((picture.getHeight() - 48 * scale) / 2);
            return picture.getPixelReader().getArgb(x, top + 12) == Colouring.INVALID;
        });
        robot.moveTo("#pane-3");
        awaitText(robot, "#probeValid", "valid");
        String metres = robot.lookup("#probeTruth").queryLabeled().getText();
        assertTrue(metres.matches("\\d+\\.\\d\\d m"), metres);
        assertTrue(robot.lookup("#probeRelativeRunA").queryLabeled().getText().endsWith("%"));
        await(
                "the pane names its value",
                () -> ((Labeled) truth.lookup(".pane-tag")).getText().equals("Ground truth   " + metres));
        onFx(() -> {
            MenuButton tag = (MenuButton) truth.lookup(".pane-tag");
            tag.getItems().stream()
                    .filter(item -> Picture.SIGNED_A.title().equals(item.getText()))
                    .forEach(item -> item.fire());
            return null;
        });
        await(
                "the signed error has its scale",
                () -> robot.lookup("#signedBar").query().isVisible());
        double fitted = scale();
        robot.moveTo("#pane-1").scroll(4);
        await("the scale changed", () -> shell.compare().view().scale() != fitted);
        double x = onFx(() -> shell.compare().view().x());
        robot.drag("#pane-1", MouseButton.PRIMARY).dropBy(30, 0);
        assertNotEquals(x, onFx(() -> shell.compare().view().x()));
        robot.doubleClickOn("#pane-4");
        await("the whole image is shown", () -> shell.compare().view().scale() == fitted);
        aFixedRangeIsTypedAndWhatIsNoneIsPutBack(robot);
    }

    private void aFixedRangeIsTypedAndWhatIsNoneIsPutBack(FxRobot robot) {
        TextField low = robot.lookup("#rangeLow").queryAs(TextField.class);
        assertEquals("2", low.getText());
        robot.clickOn("#rangeRule").push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        awaitText(robot, ".colour-card .label", "m");
        robot.doubleClickOn("#rangeLow")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("1.5")
                .push(KeyCode.ENTER);
        await(
                "the range is taken",
                () -> shell.compare().coloursProperty().get().rule().low() == 1.5);
        robot.doubleClickOn("#rangeLow")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("99")
                .push(KeyCode.ENTER);
        await("a range that is none is put back", () -> low.getText().equals("1.50"));
        assertTrue(robot.lookup("#autoError").query().isDisabled());
        robot.doubleClickOn("#greatestError")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("0.4")
                .push(KeyCode.ENTER);
        await(
                "the error's end is taken",
                () -> shell.compare().coloursProperty().get().greatestError() != null);
        robot.clickOn("#autoError");
        await(
                "the error's end is found again",
                () -> shell.compare().coloursProperty().get().greatestError() == null);
        assertFalse(robot.lookup("#greatestError")
                .queryAs(TextField.class)
                .getText()
                .isEmpty());
    }
}

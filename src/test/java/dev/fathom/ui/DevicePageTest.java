package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.UserException;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.export.ExportFixture;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DevicePageTest extends WindowTestBase {
    @Override
    void fill(Workspace empty) throws IOException {
        RunFolder run = RunFixture.create(empty, "student", 20, null, 0)
                .best(20)
                .state(RunState.FINISHED)
                .folder();
        ExportFixture.export(run, ExportFormat.F32, 1e-6);
    }

    @Test
    void aDeviceIsAddedAndAModelChosenUntilAMeasurementCouldBegin(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        awaitText(robot, "#obstacle", "Choose at least one model");
        robot.push(KeyCode.CONTROL, KeyCode.N);
        await(
                "the question for an address is there",
                () -> robot.lookup("#promptField").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("pi@127.0.0.1:1").push(KeyCode.ENTER);
        awaitText(robot, "#placeName", "pi@127.0.0.1:1");
        assertEquals(2, robot.lookup("#places").queryListView().getItems().size());
        ListView<?> models = robot.lookup("#models").queryListView();
        await("the exported file is listed", () -> models.getItems().size() == 1);
        robot.clickOn("litedepth_f32");
        await("the measurement could begin", () -> !disabled(robot, "#measureButton"));
        robot.clickOn("#threads-1").clickOn("#threads-2").clickOn("#threads-4");
        awaitText(robot, "#obstacle", "Choose at least one number of threads");
        robot.clickOn("History");
        robot.push(KeyCode.CONTROL, KeyCode.T);
        await("what is found will be seen", () -> isShown(robot.lookup("#probe").query()));
        await(
                "nobody answers at that port, and a sentence says so",
                () -> robot.lookup(".notice-what").queryAllAs(javafx.scene.control.Label.class).stream()
                        .anyMatch(label -> label.getText().contains("127.0.0.1")));
        robot.clickOn("#removeButton");
        awaitText(robot, "#placeName", "This computer");
        robot.clickOn("Error against latency");
        await("the plot is shown", () -> isShown(robot.lookup("#tradeOff").query()));
        robot.clickOn("History");
        await("the history is shown", () -> isShown(robot.lookup("#history").query()));
    }

    @Test
    void theCommandOfARemedyIsCopiedWithOnePress(FxRobot robot) {
        String command = "ssh-keygen -f '/home/me/.ssh/known hosts' -R pi";
        robot.interact(() -> shell.notices()
                .error(UserException.withCommand(
                        "The key of pi has changed", "Remove the old key with " + command + " and connect", command)));
        awaitText(robot, ".notice-remedy", "Remove the old key with the command below and connect");
        TextInputControl field = robot.lookup(".command").queryTextInputControl();
        assertEquals(command, field.getText());
        robot.clickOn(".copy-command");
        await(
                "the command is in the clipboard",
                () -> command.equals(Clipboard.getSystemClipboard().getString()));
    }

    private static boolean disabled(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.isDisabled();
    }
}

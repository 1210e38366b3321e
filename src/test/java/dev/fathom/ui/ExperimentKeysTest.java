package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.experiment.ExperimentPage;
import dev.fathom.ui.experiment.ExperimentViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every key of the page of experiments. */
class ExperimentKeysTest extends WindowTestBase {
    private KeyPresses keys;

    @Override
    void fill(Workspace empty) {
        // An experiment needs no runs.
    }

    private static String yaml(FxRobot robot) {
        return onFx(() -> robot.lookup("#yamlText").queryAs(TextArea.class).getText());
    }

    @Test
    void everyKeyDoesWhatTheSheetSays(FxRobot robot) throws IOException {
        show(PageId.EXPERIMENT);
        keys = keysOf(PageId.EXPERIMENT, robot);
        ExperimentViewModel model =
                shell.page(PageId.EXPERIMENT, ExperimentPage.class).model();
        files(robot);
        onFx(() -> {
            model.loadPreset("litedepth2022-stage1-small");
            model.useData(WindowStates.STREET);
            return null;
        });
        undo(robot);
        parts(robot);
        show(PageId.EXPERIMENT);
        robot.clickOn("#section-training").clickOn("#field-seed").write("7");
        await("the seed is changed", () -> yaml(robot).contains("seed: "));
        keys.press("Put the field back that has the focus");
        await("the seed is as before", () -> !yaml(robot).contains("seed: "));
        keys.press("Copy the command line");
        await(
                "it is copied",
                () -> Clipboard.getSystemClipboard().hasString()
                        && Clipboard.getSystemClipboard().getString().startsWith("fathom train"));
        await("it can start", () -> !robot.lookup("#start").query().isDisabled());
        keys.press("Start the experiment");
        await("a worker checks the run", () -> workers.started().size() == 1);
        assertEquals(List.of(), keys.left());
    }

    private void files(FxRobot robot) throws IOException {
        Path given = Files.writeString(folder.resolve("given.yaml"), "name: from-a-file\n");
        files.next = given;
        keys.press("Open a configuration");
        await("it is read", () -> yaml(robot).contains("from-a-file"));
        Path saved = folder.resolve("saved.yaml");
        files.next = saved;
        keys.press("Save the configuration");
        await("it is written", () -> Files.exists(saved));
        assertTrue(Files.readString(saved).contains("from-a-file"));
    }

    private void undo(FxRobot robot) {
        String data = WindowStates.STREET.toString();
        keys.press("Undo");
        await("the folder is gone", () -> !yaml(robot).contains(data));
        keys.press("Redo");
        await("the folder is back", () -> yaml(robot).contains(data));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await("the folder is gone", () -> !yaml(robot).contains(data));
        keys.press("Redo");
        await("the folder is back", () -> yaml(robot).contains(data));
    }

    private void parts(FxRobot robot) {
        ToggleButton model = robot.lookup("#section-model").queryAs(ToggleButton.class);
        keys.press("Next part of the form");
        await("the model is shown", model::isSelected);
        keys.press("Previous part of the form");
        await("the data is shown", () -> !model.isSelected());
        keys.press("Form or YAML");
        await("the file is shown", () -> isShown(robot.lookup("#yamlText").query()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        MenuButton presets = robot.lookup("#presets").queryAs(MenuButton.class);
        keys.press("Choose a preset");
        await("the presets are shown", presets::isShowing);
        onFx(() -> {
            presets.hide();
            return null;
        });
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.export.ExportFixture;
import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ExportPageTest extends WindowTestBase {
    private RunFolder run;

    @Override
    void fill(Workspace empty) throws IOException {
        run = RunFixture.create(empty, "student", 20, null, 0)
                .best(20)
                .state(RunState.FINISHED)
                .folder();
        ExportFixture.weights(run);
    }

    @Test
    void aRunIsExportedAndItsFilesAreJudged(FxRobot robot) throws IOException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await("the export can be started", () -> !disabled(robot));
        Labeled nothing = robot.lookup("#files .placeholder .label").query();
        Labeled title = robot.lookup(".field-name").query();
        assertEquals(title.getFont().getSize(), nothing.getFont().getSize(), "an empty table speaks no louder");
        robot.clickOn("#format-f16").clickOn("#format-dynamic");
        robot.clickOn("#size").write("48");
        awaitText(robot, "#obstacle", "The picture size \"48\" is not height x width, for example 480x640");
        await("a wrong size blocks the button", () -> disabled(robot));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.write("0x640").push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        String command = "fathom export " + run.path() + " --format f32,int8 --size 480x640";
        await(
                "the command is in the clipboard",
                () -> command.equals(Clipboard.getSystemClipboard().getString()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("the worker is started", () -> workers.started().size() == 1);
        assertEquals(
                List.of("export", run.path().toString(), "--format", "all"),
                workers.started().get(0).arguments());
        awaitText(robot, "#obstacle", "This run is being exported");
        ExportFixture.export(run, ExportFormat.F32, 1e-6);
        ExportFixture.export(run, ExportFormat.INT8, 1e-2);
        workers.started().get(0).end(new WorkerResult.Success(null));
        TableView<?> files = robot.lookup("#files").queryTableView();
        await("both files are listed", () -> files.getItems().size() == 2);
        awaitText(robot, "#detailName", "litedepth_f32.tflite");
        awaitText(robot, ".fact-name", "SHA-256");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        await("the folder is opened", () -> opened.contains(run.export()));
    }

    private static boolean disabled(FxRobot robot) {
        Node button = robot.lookup("#exportButton").query();
        return button.isDisabled();
    }
}

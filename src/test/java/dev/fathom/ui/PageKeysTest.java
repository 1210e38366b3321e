package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.device.DeviceViewModel;
import dev.fathom.ui.export.ExportSettings;
import dev.fathom.ui.export.ExportableRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every key of the pages of data, exports and devices. */
class PageKeysTest extends WindowTestBase {
    private KeyPresses keys;
    private WindowStates states;

    @Override
    void fill(Workspace empty) throws IOException {
        WindowStates.fill(empty);
    }

    private void open(PageId page, FxRobot robot) {
        show(page);
        states = new WindowStates(shell, workers);
        keys = keysOf(page, robot);
    }

    private void awaitNotice(FxRobot robot, String part) {
        await("a notice says " + part, () -> robot.lookup(".notice-what").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(part)));
    }

    @Test
    void data(FxRobot robot) {
        open(PageId.DATA, robot);
        files.next = WindowStates.STREET;
        keys.press("Open a data folder");
        awaitText(robot, "#folderName", "street");
        await("it is read", () -> states.data().dataProperty().get() != null);
        keys.press("Check every file");
        await("the check goes on", () -> states.data().errand().busyProperty().get());
        keys.press("Stop the check");
        awaitNotice(robot, "was stopped");
        keys.press("New experiment with this data");
        await("the experiment is shown", () -> shell.shown() == PageId.EXPERIMENT);
        assertEquals(List.of(), keys.left());
    }

    @Test
    void export(FxRobot robot) throws IOException {
        open(PageId.EXPORT, robot);
        await("the runs are listed", () -> !states.export().runs().isEmpty());
        onFx(() -> {
            states.exported(withFiles());
            return null;
        });
        await(
                "the export can be started",
                () -> !robot.lookup("#exportButton").query().isDisabled());
        RunFolder run = onFx(() -> states.export().runProperty().get().folder());
        onFx(() -> {
            ExportSettings now = states.export().settingsProperty().get();
            states.export()
                    .settingsProperty()
                    .set(new ExportSettings(
                            now.formats(), "96x128", now.input(), now.output(), now.unit(), "", now.calibration()));
            return null;
        });
        keys.press("Copy the export's command line");
        await(
                "it is copied",
                () -> Clipboard.getSystemClipboard().hasString()
                        && Clipboard.getSystemClipboard().getString().endsWith("96x128"));
        keys.press("Default options");
        await(
                "they are the usual ones",
                () -> states.export().settingsProperty().get().equals(ExportSettings.DEFAULT));
        keys.press("Open the folder of exported files");
        await("the folder is opened", () -> opened.contains(run.export()));
        keys.press("Export the chosen run");
        await("the worker is started", () -> workers.started().size() == 1);
        await("a file is chosen", () -> isShown(robot.lookup("#measureButton").query()));
        keys.press("Measure the chosen file on a device");
        await("the page of devices is shown", () -> shell.shown() == PageId.DEVICE);
        assertEquals(List.of(), keys.left());
    }

    private RunFolder withFiles() {
        return states.export().runs().stream()
                .map(ExportableRun::folder)
                .filter(run -> Files.isDirectory(run.export()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void device(FxRobot robot) throws IOException {
        open(PageId.DEVICE, robot);
        DeviceViewModel model = states.device();
        keys.press("Add a device");
        await("one can type", () -> robot.lookup("#promptField")
                .tryQuery()
                .map(Node::isFocused)
                .orElse(false));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("pi@127.0.0.1:1").push(KeyCode.ENTER);
        awaitText(robot, "#placeName", "pi@127.0.0.1:1");
        keys.press("Test the connection");
        awaitNotice(robot, "127.0.0.1");
        Path file = Files.writeString(folder.resolve("any.tflite"), "no model");
        files.next = file;
        keys.press("Add a .tflite file");
        await(
                "it is chosen",
                () -> model.chosen().size() == 1 && model.chosen().get(0).file().equals(file));
        onFx(() -> {
            states.deviceBusy();
            return null;
        });
        keys.press("Stop what is being done");
        await("it was asked to stop", () -> model.errand().stageProperty().get().equals("Stopping"));
        onFx(() -> {
            states.end();
            shell.notices().dismiss();
            return null;
        });
        await("it has stopped", () -> !model.errand().busyProperty().get());
        keys.press("Measure the chosen models");
        await(
                "it is tried, and nobody answers",
                () -> model.errand().titleProperty().get().equals("Measuring on pi@127.0.0.1:1")
                        && shell.notices().currentProperty().get() != null
                        && !model.errand().busyProperty().get());
        keys.press("Find devices in the network");
        await(
                "the network is searched",
                () -> model.errand().busyProperty().get()
                        && model.errand().titleProperty().get().equals("Searching the network"));
        assertEquals(List.of(), keys.left());
    }
}

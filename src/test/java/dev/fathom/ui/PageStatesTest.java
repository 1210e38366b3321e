package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.compare.ViewMode;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.device.DeviceFixture;
import dev.fathom.ui.export.ExportSettings;
import dev.fathom.ui.look.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every page and card, empty, full, busy and in error, in two sizes and both themes. Leaves a picture of each in
 * {@code target/pages} and finds fault with what can be reckoned: contrast, cut texts, controls that are off without a
 * reason or have no name.
 */
@Tag("slow")
class PageStatesTest extends WindowTestBase {
    private static final Path FOLDER = Path.of("target", "pages");
    private static final int SETTLING_MILLIS = 350;
    private static final int PATIENCE_MILLIS = 60_000;

    /** Where each was found. */
    private final Map<String, Set<String>> faults = new TreeMap<>();

    @Override
    void fill(Workspace empty) {
        // The first walk is through a window without runs.
    }

    private interface Step {
        void run() throws Exception;
    }

    private void then(String name, Step step) throws IOException {
        slowly(() -> {
            step.run();
            return null;
        });
        take(name);
    }

    /** With many windows before it and other work beside it a step may take its time. */
    private static <T> T slowly(Callable<T> step) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, step);
    }

    private void take(String name) throws IOException {
        Pictures pictures = new Pictures(shell.scene(), FOLDER);
        for (boolean dark : new boolean[] {false, true}) {
            slowly(() -> {
                settings.darkProperty().set(dark);
                return null;
            });
            settle();
            String picture =
                    name + "-" + (int) stage.getWidth() + "x" + (int) stage.getHeight() + (dark ? "-dark" : "-light");
            WritableImage taken = pictures.take(picture);
            slowly(() -> new Inspection(shell.scene(), taken).faults())
                    .forEach(fault ->
                            faults.computeIfAbsent(fault, f -> new TreeSet<>()).add(picture));
        }
    }

    private static void settle() {
        WaitForAsyncUtils.sleep(SETTLING_MILLIS, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Once and at the beginning, since a window without a screen does not survive to be resized again and again. */
    private void size(int width, int height) {
        slowly(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return null;
        });
        settle();
    }

    private void reopen() throws IOException {
        Workspace full = new Workspace(Files.createTempDirectory(folder, "full"));
        WindowStates.fill(full);
        onFx(() -> {
            shell.close();
            workspace = full;
            shell = new Shell(full, new Host(workers, settings, owner -> files, opened::add, switched::add));
            stage.setScene(shell.scene());
            shell.start();
            return null;
        });
        settle();
    }

    private RunFolder run(String name) throws IOException {
        return workspace.folders().stream()
                .filter(path -> path.getFileName().toString().contains(name))
                .findFirst()
                .map(RunFolder::open)
                .orElseThrow();
    }

    @Test
    void emptyAndLarge(FxRobot robot) throws IOException {
        size(1440, 900);
        emptyWindow(robot);
    }

    @Test
    void emptyAndSmall(FxRobot robot) throws IOException {
        size(1280, 800);
        emptyWindow(robot);
    }

    @Test
    void fullAndLarge(FxRobot robot) throws IOException {
        size(1440, 900);
        fullWindow(robot);
    }

    @Test
    void fullAndSmall(FxRobot robot) throws IOException {
        size(1280, 800);
        fullWindow(robot);
    }

    private void emptyWindow(FxRobot robot) throws IOException {
        WindowStates states = new WindowStates(shell, workers);
        for (PageId page : PageId.values()) {
            then(page.key() + "-empty", () -> states.page(page));
        }
        for (PageId page : PageId.values()) {
            show(page);
            card(robot, "keys-" + page.key(), KeyCode.F1);
            card(robot, "help-" + page.key(), KeyCode.SHIFT, KeyCode.F1);
        }
        card(robot, "settings", KeyCode.CONTROL, KeyCode.COMMA);
        card(robot, "commands", KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.CONTROL, KeyCode.K).write("no such words");
        take("commands-nothing");
        robot.push(KeyCode.ESCAPE);
        card(robot, "workspaces", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        card(robot, "notices-empty", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        card(robot, "jobs-empty", KeyCode.CONTROL, KeyCode.J);
        reportFaults();
    }

    private void card(FxRobot robot, String name, KeyCode... keys) throws IOException {
        robot.push(keys);
        take(name);
        robot.push(KeyCode.ESCAPE);
    }

    private void fullWindow(FxRobot robot) throws IOException {
        reopen();
        WindowStates states = new WindowStates(shell, workers);
        data(robot, states);
        experiment(robot, states);
        runs(robot, states);
        compare(robot, states);
        export(states);
        device(robot, states);
        then("close-question", () -> shell.mayClose(() -> {}));
        robot.push(KeyCode.ESCAPE);
        onFx(() -> {
            states.end();
            return null;
        });
        then("error-notice", states::error);
        robot.clickOn(robot.lookup("#notice .button").lookup("Details").<Node>query());
        take("error-dialog-folded");
        then("error-dialog", () -> robot.lookup("#error-card .titled-pane")
                .queryAs(TitledPane.class)
                .setExpanded(true));
        robot.push(KeyCode.ESCAPE);
        card(robot, "notices", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        reportFaults();
    }

    private void data(FxRobot robot, WindowStates states) throws IOException {
        then("data-full", states::dataFull);
        then("data-busy", states::dataBusy);
        onFx(() -> {
            states.end();
            return null;
        });
        settle();
        onFx(() -> {
            states.data().check();
            return null;
        });
        await("the check has ended", () -> states.data().checkProperty().get() != null);
        then("data-checked", () -> tab(robot, 1));
        then("data-statistics", () -> tab(robot, 2));
        damaged(robot, states);
        then("data-error", () -> states.dataWrong(Files.createTempDirectory(folder, "nothing here")));
    }

    private void damaged(FxRobot robot, WindowStates states) throws IOException {
        Path damaged = WindowStates.damagedData(Files.createTempDirectory(folder, "damaged"));
        onFx(() -> {
            shell.go(new Destination.DataFolder(damaged));
            return null;
        });
        await(
                "it is read",
                () -> damaged.equals(states.data().folderProperty().get())
                        && states.data().dataProperty().get() != null);
        onFx(() -> {
            states.data().check();
            return null;
        });
        await("the check has ended", () -> states.data().checkProperty().get() != null);
        then("data-damaged", () -> tab(robot, 1));
    }

    /** Of the page that is shown: only its nodes are in the scene. */
    private static void tab(FxRobot robot, int index) {
        robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().select(index);
    }

    private void experiment(FxRobot robot, WindowStates states) throws IOException {
        then("experiment-full", states::experimentFull);
        for (String section : List.of("model", "losses", "distillation", "training", "augmentation")) {
            if (!robot.lookup("#section-" + section).queryAll().isEmpty()) {
                then("experiment-" + section, () -> robot.lookup("#section-" + section)
                        .queryAs(ToggleButton.class)
                        .fire());
            }
        }
        then("experiment-yaml-error", () -> {
            robot.lookup("#yamlToggle").queryAs(ToggleButton.class).fire();
            robot.lookup("#yamlText").queryAs(TextArea.class).setText("modle: 1\n");
        });
        then("experiment-error", () -> {
            states.experimentFull();
            robot.lookup("#section-training").queryAs(ToggleButton.class).fire();
            robot.lookup("#field-training-epochs").queryAs(TextField.class).setText("0");
            robot.lookup("#field-training-batch-size").queryAs(TextField.class).setText("many");
        });
        onFx(() -> {
            states.experimentBusy();
            return null;
        });
        await("it can start", () -> !robot.lookup("#start").query().isDisabled());
        then("experiment-busy", () -> states.experiment().start());
        workers.started().get(0).end(new WorkerResult.Cancelled());
    }

    private void runs(FxRobot robot, WindowStates states) throws IOException {
        then("runs-full", () -> states.run(run("student-distilled")));
        for (int i = 1; i < 4; i++) {
            int index = i;
            then("runs-" + List.of("log", "configuration", "table").get(i - 1), () -> tab(robot, index));
        }
        ListView<?> list = robot.lookup("#runList").queryListView();
        then("runs-several", () -> list.getSelectionModel().selectRange(0, 3));
        then("runs-several-configurations", () -> tab(robot, 2));
        then("runs-several-curves", () -> tab(robot, 0));
        TextField filter = robot.lookup("#filter").queryAs(TextField.class);
        then("runs-filtered-out", () -> filter.setText("no such run"));
        onFx(() -> {
            filter.clear();
            states.run(run("student-distilled"));
            return null;
        });
        then("quickstart-result", () -> shell.dialogs().text("Quickstart result", WindowStates.QUICKSTART_TABLE));
        robot.push(KeyCode.ESCAPE);
        then("runs-busy", () -> {
            tab(robot, 0);
            states.quickstart();
        });
        card(robot, "jobs", KeyCode.CONTROL, KeyCode.J);
        then("runs-error", () -> states.run(run("too-fast")));
        then("runs-interrupted", () -> states.run(run("first-student")));
        then("runs-waiting", () -> states.run(run("waits")));
        robot.push(KeyCode.F2);
        take("prompt");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DELETE);
        take("runs-deleted");
    }

    private void compare(FxRobot robot, WindowStates states) throws IOException {
        then("compare-full", () -> states.compare(run("student-distilled")));
        robot.moveTo("#pane-2");
        take("compare-probe");
        robot.push(KeyCode.E);
        then("compare-busy", () -> states.report("Evaluating", "street-0002", 2, 3));
        workers.started().get(workers.started().size() - 1).end(new WorkerResult.Cancelled());
        settle();
        then("compare-swipe", () -> shell.compare().panes().toggle(ViewMode.SWIPE));
        then("compare-two", () -> {
            shell.compare().panes().toggle(ViewMode.SWIPE);
            states.compareWith("teacher-resnet18");
        });
        onFx(() -> {
            shell.compare().panes().toggle(ViewMode.CLOUD);
            return null;
        });
        // What comes between the picture and its inspection would be judged by a picture without it.
        await(
                "there are points",
                () -> !robot.lookup("#cloudCaption").queryLabeled().getText().isEmpty());
        take("compare-points");
        then("compare-error", () -> {
            shell.compare().panes().toggle(ViewMode.CLOUD);
            shell.compare().images().step(1);
        });
        then("compare-nothing", () -> states.compare(run("too-fast")));
    }

    private static ExportSettings wrongSize(ExportSettings now) {
        return new ExportSettings(
                now.formats(), "48", now.input(), now.output(), now.unit(), now.clamp(), now.calibration());
    }

    private void export(WindowStates states) throws IOException {
        then("export-full", () -> states.page(PageId.EXPORT));
        then("export-error", () -> states.export()
                .settingsProperty()
                .set(wrongSize(states.export().settingsProperty().get())));
        onFx(() -> {
            states.export().settingsProperty().set(ExportSettings.DEFAULT);
            return null;
        });
        then("export-nothing", () -> states.exported(run("first-student")));
        onFx(() -> {
            states.exported(run("teacher-resnet18"));
            return null;
        });
        await(
                "it can be exported",
                () -> states.export().runProperty().get().folder().id().contains("teacher"));
        then("export-busy", states::exportBusy);
    }

    private void device(FxRobot robot, WindowStates states) throws IOException {
        then("device-full", states::deviceFull);
        then("device-measured", states::deviceMeasured);
        then("device-history", () -> tab(robot, 2));
        then("device-tradeoff", () -> tab(robot, 3));
        then("device-busy", () -> {
            tab(robot, 0);
            states.deviceBusy();
        });
        onFx(() -> {
            states.end();
            return null;
        });
        settle();
        onFx(() -> {
            states.deviceWrong();
            return null;
        });
        await("nobody answers", () -> !states.device().errand().busyProperty().get());
        take("device-error");
        then("host-key", () -> shell.dialogs().show(DeviceFixture.hostKey(false)));
        then("host-key-changed", () -> shell.dialogs().show(DeviceFixture.hostKey(true)));
        then("password", () -> shell.dialogs().show(DeviceFixture.secret()));
        robot.push(KeyCode.ESCAPE);
    }

    private void reportFaults() throws IOException {
        String told = faults.entrySet().stream()
                .map(fault -> fault.getKey() + "\n    in " + String.join(", ", fault.getValue()))
                .collect(Collectors.joining("\n"));
        Files.writeString(FOLDER.resolve("faults.txt"), told);
        assertEquals("", told);
    }
}

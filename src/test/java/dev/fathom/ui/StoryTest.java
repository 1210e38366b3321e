package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.device.ssh.OpenSshServer;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.data.DataPage;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.Settings;
import dev.fathom.ui.device.DevicePage;
import dev.fathom.ui.device.DeviceViewModel;
import dev.fathom.ui.export.ExportPage;
import dev.fathom.ui.export.ExportViewModel;
import dev.fathom.ui.job.Workers;
import dev.fathom.ui.probe.FrameProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole way with real workers and a real SSH server, without leaving the window: sample data, an experiment from a
 * preset, training, comparing, exporting, measuring. Leaves a picture of each step, and in {@code probe.txt} how smoothly
 * the window ran in each.
 */
@Tag("slow")
class StoryTest extends WindowTestBase {
    private static final Path SAMPLE = Path.of("sample-data", "street").toAbsolutePath();
    private static final Path PROBED = Pictures.STORY.resolve("probe.txt");
    private static final String PRESET = "litedepth2022-stage1-small";

    private final String home = System.getProperty("user.home");
    private OpenSshServer server;
    private Pictures pictures;
    private FrameProbe probe;
    private volatile String step = "start";

    @Override
    void start(Stage window) throws IOException {
        Path root = Files.createTempDirectory(folder, "story");
        server = OpenSshServer.start(Files.createDirectories(root.resolve("sshd")));
        Files.writeString(server.knownHosts(), "");
        System.setProperty("user.home", server.clientHome().toString());
        workspace = new Workspace(root.resolve("workspace"));
        settings = Settings.load(root.resolve("window.json"));
        stage = window;
        shell = new Shell(
                workspace, new Host(Workers.processes(), settings, owner -> files, opened::add, switched::add));
        stage.setScene(shell.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
        shell.start();
        shell.prepare();
        pictures = new Pictures(shell.scene(), Pictures.STORY);
        Files.createDirectories(PROBED.getParent());
        Files.deleteIfExists(PROBED);
        probe = FrameProbe.start(PROBED, () -> step);
    }

    @Override
    void fill(Workspace empty) {
        // The story begins with nothing.
    }

    /** Taking a picture stops the window for a while, which is not the window's fault. */
    private void take(String name) throws IOException {
        String before = step;
        step = "picture";
        pictures.take(name);
        step = before;
    }

    @AfterEach
    void stopServer() {
        onFx(() -> {
            probe.finish();
            return null;
        });
        System.setProperty("user.home", home);
        server.close();
    }

    @Test
    void fromSampleDataToALatency(FxRobot robot) throws IOException {
        take("0-start");
        step = "data";
        openData(robot);
        step = "experiment";
        setUp(robot);
        step = "train";
        RunFolder run = train(robot);
        step = "compare";
        compare(robot, run);
        step = "export";
        export(robot, run);
        step = "device";
        measure(robot, run);
        step = "dark";
        onFx(() -> {
            settings.darkProperty().set(true);
            return null;
        });
        for (PageId page : PageId.values()) {
            go(new Destination.Just(page));
            patiently("the page has settled", 5, () -> true);
            take("dark-" + page.key());
        }
    }

    private void openData(FxRobot robot) throws IOException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        go(new Destination.DataFolder(SAMPLE));
        awaitText(robot, "#folderName", "street");
        patiently(
                "a pair is shown",
                30,
                () -> shell.page(PageId.DATA, DataPage.class)
                                .model()
                                .previewProperty()
                                .get()
                        != null);
        take("1-data");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        patiently(
                "the check has ended",
                120,
                () -> shell.page(PageId.DATA, DataPage.class)
                                .model()
                                .checkProperty()
                                .get()
                        != null);
        robot.clickOn("Statistics");
        take("2-data-checked");
    }

    /** The preset, shortened so that it ends in minutes. */
    private void setUp(FxRobot robot) throws IOException {
        String yaml = Files.readString(Path.of("assets", "presets", PRESET + ".yaml"))
                .replace("epochs: 60", "epochs: 4")
                .replace(
                        "validate_every: 5, sample_every: 10, checkpoint_every: 2",
                        "validate_every: 1, sample_every: 2")
                .replace("name: " + PRESET, "name: my-student");
        Path file = Files.writeString(folder.resolve("my-student.yaml"), yaml + "data: {folder: " + SAMPLE + "}\n");
        RunConfig preset = RunConfig.read(file);
        go(new Destination.NewExperiment(preset));
        patiently("nothing stands against the start", 60, () -> !robot.lookup("#start")
                .query()
                .isDisabled());
        take("3-experiment");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private RunFolder train(FxRobot robot) throws IOException {
        patiently("the run has begun", 120, () -> !workspace.list().isEmpty());
        RunFolder run = workspace.list().get(0).folder();
        go(new Destination.ShownRun(run));
        patiently("steps come in", 180, () -> Files.exists(run.metrics()));
        patiently("they are drawn", 3, () -> true);
        take("4-running");
        for (PageId page : PageId.values()) {
            step = "train, " + page.key();
            go(new Destination.Just(page));
            patiently("the page has settled", 5, () -> true);
        }
        step = "train, again";
        go(new Destination.ShownRun(run));
        patiently("the run has ended", 600, () -> run.state() == RunState.FINISHED);
        take("5-finished");
        return run;
    }

    private void compare(FxRobot robot, RunFolder run) throws IOException {
        go(new Destination.ComparedRun(run));
        patiently(
                "pictures are there",
                60,
                () -> robot.lookup(".image-pane").queryAll().size() > 1);
        robot.moveTo(".image-pane");
        patiently("they are painted", 4, () -> true);
        take("6-compare");
    }

    private void export(FxRobot robot, RunFolder run) throws IOException {
        go(new Destination.ExportedRun(run));
        ExportViewModel model = shell.page(PageId.EXPORT, ExportPage.class).model();
        patiently(
                "the run can be exported",
                30,
                () -> model.runProperty().get() != null
                        && model.obstacleProperty().get().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        patiently(
                "four files were exported",
                300,
                () -> model.files().size() == 4
                        && model.obstacleProperty().get().isEmpty());
        assertTrue(onFx(() -> model.files().stream().allMatch(file -> file.problem() == null)));
        take("7-export");
    }

    private void measure(FxRobot robot, RunFolder run) throws IOException {
        DeviceViewModel model = shell.page(PageId.DEVICE, DevicePage.class).model();
        onFx(() -> {
            shell.go(new Destination.Just(PageId.DEVICE));
            model.add(server.target().toString());
            return null;
        });
        robot.push(KeyCode.CONTROL, KeyCode.T);
        patiently("the host's key is asked about", 60, () -> robot.lookup("#trustButton")
                .tryQuery()
                .isPresent());
        take("8-host-key");
        robot.clickOn("#trustButton");
        patiently("the device is known", 60, () -> model.lookProperty().get() != null);
        take("9-device");
        patiently("the exported files are listed", 30, () -> model.models().size() == 4);
        onFx(() -> {
            model.chosen()
                    .setAll(model.models().stream()
                            .filter(one -> List.of("f32", "int8").stream().anyMatch(one.name()::contains))
                            .toList());
            return null;
        });
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        patiently("both models were measured", 300, () -> model.results().size() == 6);
        assertEquals(List.of(), onFx(() -> model.results().stream()
                .filter(report -> !report.outputAccepted())
                .toList()));
        take("10-measured");
        robot.clickOn("Error against latency");
        patiently("the measurements are in the plot", 30, () -> model.history().size() == 6);
        take("11-trade-off");
        assertEquals(6, run.latency().toFile().list().length);
    }

    private void go(Destination destination) {
        onFx(() -> {
            shell.go(destination);
            return null;
        });
    }

    /** As {@link #await}, for what takes minutes. */
    private static void patiently(String what, int seconds, Callable<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean pause = seconds <= 5;
        do {
            WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
            if (!pause && onFx(condition)) {
                return;
            }
        } while (System.nanoTime() < end);
        assertTrue(pause, "It did not come about in " + seconds + " s that " + what);
    }
}

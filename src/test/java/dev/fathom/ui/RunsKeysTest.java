package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.job.RunQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every key of the page of runs. */
class RunsKeysTest extends WindowTestBase {
    private RunFolder teacher;
    private RunFolder running;
    private RunFolder stopped;
    private RunFolder waits;
    private KeyPresses keys;

    @Override
    void fill(Workspace empty) throws IOException {
        teacher = RunFixture.create(empty, "teacher", 10, null, 0)
                .events(2)
                .best(2)
                .state(RunState.FINISHED)
                .folder();
        stopped = RunFixture.create(empty, "broken-off", 10, null, 1)
                .events(2)
                .interrupted()
                .folder();
        waits = RunFixture.create(empty, "waits", 10, null, 2).folder();
        running = RunFixture.create(empty, "student", 10, null, 3)
                .events(2)
                .state(RunState.RUNNING)
                .folder();
        Files.writeString(empty.root().resolve("quickstart-result.txt"), "network  si-RMSE\n");
    }

    private void choose(FxRobot robot, RunFolder run) {
        onFx(() -> {
            shell.go(new Destination.ShownRun(run));
            return null;
        });
        awaitText(robot, "#runName", run.info().name());
    }

    private void awaitPage(PageId page) {
        await(page + " is shown", () -> shell.shown() == page);
        show(PageId.RUNS);
    }

    @Test
    void everyKeyDoesWhatTheSheetSays(FxRobot robot) throws IOException {
        keys = keysOf(PageId.RUNS, robot);
        awaitText(robot, "#runName", "student");
        startAndStop(robot);
        queue(robot);
        words(robot);
        otherPages(robot);
        trash(robot);
        tabs(robot);
        assertEquals(List.of(), keys.left());
        List<String> grey = onFx(() -> robot.lookup("#moreButton").queryAs(MenuButton.class).getItems().stream()
                .filter(MenuItem::isDisable)
                .map(MenuItem::getText)
                .toList());
        assertTrue(grey.contains("Earlier in the queue – it does not wait"), grey.toString());
        assertTrue(grey.stream().allMatch(text -> text.contains(" – ")), grey.toString());
    }

    private void startAndStop(FxRobot robot) {
        keys.press("Start the quickstart");
        await("the quickstart is started", () -> workers.started().size() == 1);
        keys.press("Stop the chosen run");
        await("the run is asked to stop", () -> running.stopRequested());
        await(
                "the result is offered",
                () -> isShown(robot.lookup("#resultButton").query()));
        keys.press("Show the quickstart's result");
        awaitText(robot, "#text-sheet .number", "network  si-RMSE");
        robot.push(KeyCode.ESCAPE);
        choose(robot, stopped);
        keys.press("Resume the chosen run");
        await("the run is resumed", () -> workers.started().size() == 2);
    }

    /** While the resumed run trains, others wait. */
    private void queue(FxRobot robot) {
        RunQueue queue = shell.runs().queue();
        choose(robot, waits);
        keys.press("Put into the queue");
        await("it waits", () -> queue.waiting().size() == 1);
        keys.press("Queue a copy");
        await("its copy waits, too", () -> queue.waiting().size() == 2);
        choose(robot, waits);
        keys.press("Later in the queue");
        await("it is the last", () -> queue.waiting().get(1).folder().id().equals(waits.id()));
        keys.press("Earlier in the queue");
        await("it is the first", () -> queue.waiting().get(0).folder().id().equals(waits.id()));
        keys.press("Take out of the queue");
        await("only the copy waits", () -> queue.waiting().size() == 1);
    }

    private void words(FxRobot robot) {
        choose(robot, teacher);
        prompt(robot, "Rename", "better");
        await("it is renamed", () -> teacher.info().name().equals("better"));
        prompt(robot, "Tags", "small");
        await("it has a tag", () -> teacher.info().tags().equals(List.of("small")));
        prompt(robot, "Note", "good");
        await("it has a note", () -> teacher.info().notes().equals("good"));
    }

    private void prompt(FxRobot robot, String label, String answer) {
        keys.press(label);
        await("one can type for " + label, () -> robot.lookup("#promptField")
                .tryQuery()
                .map(Node::isFocused)
                .orElse(false));
        robot.write(answer).push(KeyCode.ENTER);
        await("it is taken", () -> robot.lookup("#prompt").queryAll().isEmpty());
    }

    private void otherPages(FxRobot robot) {
        keys.press("Open its folder");
        await("the folder is opened", () -> opened.size() == 1);
        keys.press("Compare its pictures");
        awaitPage(PageId.COMPARE);
        keys.press("Export its network");
        awaitPage(PageId.EXPORT);
        keys.press("Clone as a new experiment");
        awaitPage(PageId.EXPERIMENT);
        choose(robot, teacher);
    }

    private void trash(FxRobot robot) {
        keys.press("Move to the trash");
        await("it is gone", () -> !Files.exists(teacher.path()));
        keys.press("Undo the last deletion");
        await("it is back", () -> Files.exists(teacher.path()));
        choose(robot, teacher);
    }

    private void tabs(FxRobot robot) {
        TabPane tabs = robot.lookup("#tabs").queryAs(TabPane.class);
        List<String> names = List.of("Log", "Configuration", "Table", "Curves");
        for (String name : names) {
            keys.press(name);
            await(
                    name + " is shown",
                    () -> tabs.getSelectionModel().getSelectedItem().getText().equals(name));
        }
        keys.press("Filter the runs");
        await("one can type", () -> robot.lookup("#filter").query().isFocused());
    }
}

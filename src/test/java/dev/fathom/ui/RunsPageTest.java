package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.runs.LogView;
import dev.fathom.ui.runs.RunItem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class RunsPageTest extends WindowTestBase {
    private RunFixture running;

    @Override
    void fill(Workspace empty) throws IOException {
        RunFixture.create(empty, "teacher", 10, null, 0)
                .events(10)
                .best(10)
                .samples(48, 36, List.of("a"), List.of(10))
                .state(RunState.FINISHED);
        RunFixture.create(empty, "broken-off", 10, null, 1).events(3).interrupted();
        RunFixture.create(empty, "too-fast", 10, null, 2).events(1).failed("The loss is infinite", "Lower the rate");
        RunFixture.create(empty, "for-later", 10, null, 0);
        running = RunFixture.create(empty, "student", 10, null, 3)
                .events(5)
                .log("the first line\n")
                .state(RunState.RUNNING);
    }

    private void choose(FxRobot robot, String run) {
        await(
                run + " is listed",
                () -> !robot.lookup(".run-name").lookup(run).queryAll().isEmpty());
        robot.clickOn(robot.lookup(".run-name").lookup(run).<Node>query());
        awaitText(robot, "#runName", run);
    }

    @Test
    void theRunBeingTrainedIsShownWithItsMetricsProgressAndLog(FxRobot robot) {
        awaitText(robot, "#runName", "student");
        awaitText(robot, ".metric-value", "0.300");
        awaitText(robot, "#progressText", "Epoch 5 of 10, step 250 of 500");
        awaitText(robot, ".curve-chip", "validation si-RMSE");
        for (ProgressBar bar : robot.lookup(".thin-progress").queryAllAs(ProgressBar.class)) {
            assertTrue(!isShown(bar) || bar.getHeight() >= 6 && bar.getWidth() > 100, bar.toString());
        }
        onFx(() -> {
            robot.lookup("#along").query().requestFocus();
            return null;
        });
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        await("the log is shown", () -> isShown(robot.lookup("#log").query()));
        assertEquals(List.of("the first line"), List.copyOf(onFx(() -> robot.lookup("#log")
                .queryAs(LogView.class)
                .getItems())));
    }

    @Test
    void stopAsksTheRunToStop(FxRobot robot) {
        awaitText(robot, "#runState", "running");
        await("stop is offered", () -> isShown(robot.lookup("#stopButton").query()));
        robot.clickOn("#stopButton");
        await("the request is in the folder", () -> running.folder().stopRequested());
        awaitText(robot, ".notice-what", "student stops after its current step");
        robot.clickOn("#dismissButton");
        await("the notice is gone", () -> !isShown(robot.lookup("#notice").query()));
    }

    @Test
    void anInterruptedRunIsExplainedAndResumedByAWorker(FxRobot robot) {
        choose(robot, "broken-off");
        awaitText(robot, ".notice-what", "This run was interrupted at epoch 3 of 10: its process is gone");
        robot.clickOn("#troubleResumeButton");
        await("a worker is started", () -> workers.started().size() == 1);
        assertEquals("resume", workers.started().get(0).arguments().get(0));
        awaitText(robot, "#runState", "starting");
        await(
                "it is no longer called interrupted",
                () -> !isShown(robot.lookup("#trouble").query()));
        await(
                "resume is no longer offered",
                () -> !isShown(robot.lookup("#resumeButton").query()));
    }

    @Test
    void listAndTableSayTheSameOfARunThatIsNotInTheQueue(FxRobot robot) {
        choose(robot, "for-later");
        awaitText(robot, "#runState", "not started");
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        await("the table says so too", () -> !robot.lookup(".run-table .table-cell")
                .lookup("not started")
                .queryAll()
                .isEmpty());
    }

    @Test
    void deletingSelectedRunsSelectsOneOtherAndLaysNoneOverIt(FxRobot robot) throws IOException {
        for (int i = 4; i < 6; i++) {
            RunFixture.create(workspace, "extra " + i, 10, null, i).state(RunState.FINISHED);
        }
        choose(robot, "extra 5");
        robot.press(KeyCode.SHIFT)
                .clickOn(robot.lookup(".run-name").lookup("extra 4").<Node>query())
                .release(KeyCode.SHIFT);
        ListView<RunItem> list = robot.lookup("#runList").queryListView();
        await("both are selected", () -> selected(list).equals(List.of("extra 5", "extra 4")));
        robot.push(KeyCode.CONTROL, KeyCode.DELETE);
        await("they are gone", () -> list.getItems().size() == 5);
        assertEquals(List.of("student"), onFx(() -> selected(list)));
        awaitText(robot, "#runName", "student");
    }

    private static List<String> selected(ListView<RunItem> list) {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(run -> run.summary().name())
                .toList();
    }

    @Test
    void aFailedRunSaysWhatAndTheRemedy(FxRobot robot) {
        choose(robot, "too-fast");
        awaitText(robot, ".notice-what", "The loss is infinite");
        awaitText(robot, ".notice-remedy", "Lower the rate");
    }

    @Test
    void theQuickstartIsStartedShownAndStopped(FxRobot robot) {
        robot.clickOn("#quickstartButton");
        await("a worker is started", () -> workers.started().size() == 1);
        workers.started().get(0).report("Training the teacher", 30, 100, "loss 0.5", 60);
        awaitText(robot, ".job-card .label", "Training the teacher");
        Button start = robot.lookup("#quickstartButton").queryAs(Button.class);
        assertTrue(onFx(start::isDisabled));
        assertEquals("Quickstart is running", start.getText());
        robot.clickOn(".job-card .button");
        await("the worker is asked to stop", () -> workers.started().get(0).isCancelled());
        workers.started().get(0).end(new WorkerResult.Cancelled());
        await("the job is gone", () -> robot.lookup(".job-card").queryAll().isEmpty());
        assertFalse(onFx(start::isDisabled));
    }

    @Test
    void theTableOfAQuickstartIsShownWhenItIsThere(FxRobot robot) throws IOException {
        awaitText(robot, "#runName", "student");
        assertFalse(isShown(robot.lookup("#resultButton").query()));
        Files.writeString(workspace.root().resolve("quickstart-result.txt"), "network  si-RMSE\nstudent  0.300\n");
        await(
                "the result is offered",
                () -> isShown(robot.lookup("#resultButton").query()));
        robot.push(KeyCode.CONTROL, KeyCode.T);
        awaitText(robot, "#text-sheet .number", "network  si-RMSE\nstudent  0.300");
        robot.push(KeyCode.ENTER);
        await(
                "the table is closed",
                () -> robot.lookup("#text-sheet").queryAll().isEmpty());
    }

    @Test
    void aCurveIsHiddenByItsChip(FxRobot robot) {
        awaitText(robot, ".curve-chip", "silog");
        robot.clickOn(robot.lookup(".curve-chip").lookup("silog").<Node>query());
        assertFalse(onFx(
                () -> shell.runs().run().curves().named("silog").orElseThrow().isVisible()));
        robot.clickOn("#logarithmic");
        assertTrue(onFx(() -> shell.runs().run().curves().logarithmicProperty().get()));
        robot.clickOn("#logarithmic");
        assertTrue(onFx(() -> shell.runs().run().curves().logarithmicProperty().get()), "one scale is always chosen");
        robot.clickOn("#linear");
        assertFalse(onFx(() -> shell.runs().run().curves().logarithmicProperty().get()));
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.data.DataPage;
import dev.fathom.ui.desk.PageId;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class EmptyWindowTest extends WindowTestBase {
    private final AtomicBoolean closed = new AtomicBoolean();

    @Override
    void fill(Workspace empty) {
        assertFalse(Files.exists(empty.runs()));
    }

    private void startQuickstart(FxRobot robot) {
        await(
                "the first step is offered",
                () -> isShown(robot.lookup("#emptyQuickstartButton").query()));
        robot.clickOn("#emptyQuickstartButton");
        await("a worker is started", () -> workers.started().size() == 1);
    }

    private boolean askToClose() {
        return onFx(() -> shell.mayClose(() -> closed.set(true)));
    }

    private static Node button(FxRobot robot, String text) {
        return robot.lookup("#close-question .button").lookup(text).query();
    }

    @Test
    void anEmptyWorkspaceOffersTheQuickstartAndThenItsProgress(FxRobot robot) {
        startQuickstart(robot);
        await(
                "its progress is shown",
                () -> !robot.lookup(".job-card").queryAll().isEmpty());
        assertFalse(onFx(() -> isShown(robot.lookup("#emptyState").query())));
    }

    @Test
    void withoutWorkTheWindowClosesAtOnce() {
        assertTrue(askToClose());
    }

    @Test
    void keptWorkIsDetached(FxRobot robot) {
        startQuickstart(robot);
        assertFalse(askToClose());
        robot.clickOn(button(robot, "Keep running"));
        await("the window closes", closed::get);
        assertTrue(workers.started().get(0).isDetached());
        assertFalse(workers.started().get(0).isCancelled());
    }

    private void stopToClose(FxRobot robot) {
        startQuickstart(robot);
        askToClose();
        robot.clickOn(button(robot, "Stop and close"));
        await("the worker is asked to stop", () -> workers.started().get(0).isCancelled());
    }

    @Test
    void stoppedWorkIsWaitedFor(FxRobot robot) {
        stopToClose(robot);
        assertFalse(closed.get());
        workers.started().get(0).end(new WorkerResult.Cancelled());
        await("the window closes", closed::get);
    }

    @Test
    void whatThePageDoesItselfIsAJobAndEndsWithTheWindow(FxRobot robot) {
        CountDownLatch ends = new CountDownLatch(1);
        Errand check =
                onFx(() -> shell.page(PageId.DATA, DataPage.class).model().errand());
        onFx(() -> {
            check.begin(
                    "Checking kitchen",
                    monitor -> {
                        monitor.progress("Reading pairs", 1, 4);
                        ends.await();
                        return null;
                    },
                    done -> {});
            return null;
        });
        awaitText(robot, "#jobsButton", "1 job running");
        await("it tells how far it is", () -> check.fractionProperty().get() == 0.25);
        assertFalse(askToClose());
        awaitText(
                robot,
                "#close-question .label",
                "Checking kitchen is not done. It ends with the window, and nothing of it is kept.");
        assertFalse(isShown(button(robot, "Keep running")));
        robot.clickOn(button(robot, "Stop and close"));
        await("the window closes", closed::get);
        ends.countDown();
        await(
                "it is no job any more",
                () -> !isShown(robot.lookup("#jobsButton").query()));
    }

    @Test
    void workThatTheNextWindowDoesNotFindIsNotPromised(FxRobot robot) {
        onFx(() -> {
            shell.jobs().start("Exporting student", List.of("export", "student"), "");
            return null;
        });
        askToClose();
        awaitText(
                robot,
                "#close-question .label",
                "Exporting student is not done. It can go on without the window, but the next window does not show how it"
                        + " ends: it leaves its result in its folder. Stopped, it keeps what was done so far and can be"
                        + " continued.");
    }

    @Test
    void whoKeepsTheWindowOpenWhileWorkIsStoppedKeepsIt(FxRobot robot) {
        stopToClose(robot);
        assertTrue(onFx(() -> shell.runs().queue().heldProperty().get()));
        robot.push(KeyCode.ESCAPE);
        await(
                "the question is gone",
                () -> robot.lookup("#close-question").queryAll().isEmpty());
        assertFalse(onFx(() -> shell.runs().queue().heldProperty().get()));
        workers.started().get(0).end(new WorkerResult.Cancelled());
        await("the worker has ended", () -> !isShown(robot.lookup("#jobsButton").query()));
        assertFalse(closed.get());
    }

    @Test
    void cancelGoesOnAsBefore(FxRobot robot) {
        startQuickstart(robot);
        askToClose();
        robot.push(KeyCode.ESCAPE);
        await(
                "the question is gone",
                () -> robot.lookup("#close-question").queryAll().isEmpty());
        assertFalse(closed.get());
        assertFalse(workers.started().get(0).isCancelled());
        assertEquals(1, workers.started().size());
    }
}

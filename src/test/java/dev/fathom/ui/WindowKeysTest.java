package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.PageId;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every key of the window itself. */
class WindowKeysTest extends WindowTestBase {
    private KeyPresses keys;

    @Override
    void fill(Workspace empty) {
        // The window's own keys are heard without runs, too.
    }

    private void opensAndCloses(FxRobot robot, String label, String card) {
        keys.press(label);
        await(card + " is shown", () -> !robot.lookup(card).queryAll().isEmpty());
        robot.push(KeyCode.ESCAPE);
        await(card + " is gone", () -> robot.lookup(card).queryAll().isEmpty());
    }

    @Test
    void everyKeyDoesWhatTheSheetSays(FxRobot robot) {
        keys = new KeyPresses(robot, onFx(() -> shell.commands().window()));
        for (PageId page : PageId.values()) {
            keys.press(page.title());
            await(page + " is shown", () -> shell.shown() == page);
        }
        opensAndCloses(robot, "Every command", "#command-list");
        opensAndCloses(robot, "Open another workspace", "#workspace-list");
        opensAndCloses(robot, "Progress of running work", "#jobs-card");
        opensAndCloses(robot, "Notices so far", "#notice-history");
        opensAndCloses(robot, "Settings", "#settings-sheet");
        opensAndCloses(robot, "This list of keys", "#key-sheet");
        opensAndCloses(robot, "Help on this page", "#help-sheet");
        theNoticeLiesOverThePageUntilItIsDismissed();
        String theme = robot.lookup("#themeButton").queryAs(Labeled.class).getText();
        keys.press("Light or dark theme");
        await("the theme changes", () -> !robot.lookup("#themeButton")
                .queryAs(Labeled.class)
                .getText()
                .equals(theme));
        assertEquals(List.of(), keys.left());
    }

    private void theNoticeLiesOverThePageUntilItIsDismissed() {
        double height = onFx(
                () -> shell.scene().getRoot().lookup(".page").getLayoutBounds().getHeight());
        onFx(() -> {
            shell.notices().error("The device does not answer", "Check that it is on");
            shell.scene().getRoot().layout();
            return null;
        });
        assertEquals(height, onFx(() -> shell.scene()
                .getRoot()
                .lookup(".page")
                .getLayoutBounds()
                .getHeight()));
        keys.press("Dismiss the notice");
        await("no notice is left", () -> shell.notices().currentProperty().get() == null);
    }

    @Test
    void keysBelowAnOpenSheetAreNotHeard(FxRobot robot) {
        show(PageId.RUNS);
        robot.push(KeyCode.F1);
        await("the sheet is open", () -> !robot.lookup("#key-sheet").queryAll().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.ESCAPE);
        await("the sheet is closed", () -> robot.lookup("#key-sheet").queryAll().isEmpty());
        assertTrue(workers.started().isEmpty());
        assertEquals(PageId.RUNS, onFx(() -> shell.shown()));
    }
}

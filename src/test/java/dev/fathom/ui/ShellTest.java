package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.RecentWorkspaces;
import dev.fathom.ui.desk.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What belongs to no page: commands, settings, workspaces, notices, dialogs. */
class ShellTest extends WindowTestBase {
    private RunFixture run;

    @Override
    void fill(Workspace empty) throws IOException {
        run = RunFixture.create(empty, "student", 10, null, 0).events(2).state(RunState.STOPPED);
    }

    private void awaitCard(FxRobot robot, String id, boolean there) {
        await(
                id + (there ? " is shown" : " is gone"),
                () -> robot.lookup(id).queryAll().isEmpty() != there);
    }

    @Test
    void aCommandIsFoundByItsNameAndCarriedOut(FxRobot robot) {
        awaitText(robot, "#runName", "student");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        awaitCard(robot, "#command-list", true);
        await("one can type", () -> robot.lookup("#commandSearch").query().isFocused());
        robot.write("run rename");
        ListView<?> found = robot.lookup("#command-list .list-view").queryListView();
        await("one is left", () -> found.getItems().size() == 1);
        robot.push(KeyCode.ENTER);
        awaitCard(robot, "#command-list", false);
        awaitCard(robot, "#prompt", true);
        await("one can type", () -> robot.lookup("#promptField").query().isFocused());
        robot.push(KeyCode.DELETE);
        awaitText(robot, ".field-problem", "A run needs a name");
        robot.write("best student").push(KeyCode.ENTER);
        awaitText(robot, "#runName", "best student");
        assertEquals("best student", run.folder().info().name());
    }

    @Test
    void everyKeyHasOneMeaningOnEachPage() {
        List<KeyCombination> window = onFx(() -> shell.commands().window().stream()
                .flatMap(s -> s.keys().stream())
                .toList());
        assertEquals(window.size(), Set.copyOf(window).size(), window.toString());
        shell.commands().pages().forEach(page -> {
            List<KeyCombination> own =
                    page.shortcuts().stream().flatMap(s -> s.keys().stream()).toList();
            assertEquals(own.size(), Set.copyOf(own).size(), page.id() + " " + own);
            Set<KeyCombination> both = own.stream().filter(window::contains).collect(Collectors.toSet());
            assertTrue(both.isEmpty(), page.id() + " " + both);
        });
    }

    @Test
    void settingsCountAtOnceAndAreRemembered(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        awaitCard(robot, "#settings-sheet", true);
        ComboBox<?> theme = robot.lookup("#theme").queryComboBox();
        assertEquals("Light", theme.getValue());
        onFx(() -> {
            settings.darkProperty().set(true);
            return null;
        });
        assertEquals("Dark", theme.getValue());
        TextField atOnce = robot.lookup("#atOnce .text-field").queryAs(TextField.class);
        robot.doubleClickOn(atOnce).write("3").push(KeyCode.ENTER);
        await("the queue knows", () -> settings.runsAtOnceProperty().get() == 3);
        robot.push(KeyCode.ESCAPE);
        awaitCard(robot, "#settings-sheet", false);
        settings.save();
        assertEquals(
                3,
                Settings.load(workspace.root().resolve("window.json"))
                        .runsAtOnceProperty()
                        .get());
    }

    @Test
    void anEarlierWorkspaceIsOpened(FxRobot robot) throws IOException {
        Path other = Files.createTempDirectory(folder, "other");
        new RecentWorkspaces(settings).opened(new Workspace(other));
        robot.clickOn("#workspaceButton");
        awaitCard(robot, "#workspace-list", true);
        robot.clickOn(robot.lookup(".workspace-entry").<Node>query());
        await("it is opened", () -> switched.equals(List.of(new Workspace(other.toAbsolutePath()))));
    }

    @Test
    void anErrorTellsWhatToDoAndItsDetailsBehindAFold(FxRobot robot) {
        onFx(() -> {
            shell.notices().error(new UserException("The disk is full", "Free some space", new IOException("no room")));
            return null;
        });
        awaitText(robot, ".notice-what", "The disk is full");
        robot.clickOn(robot.lookup("#notice .button").lookup("Details").<Node>query());
        awaitCard(robot, "#error-card", true);
        assertFalse(robot.lookup("#error-card .titled-pane")
                .queryAs(TitledPane.class)
                .isExpanded());
        robot.push(KeyCode.ENTER);
        awaitCard(robot, "#error-card", false);
        robot.clickOn("#dismissButton");
        robot.clickOn("#noticesButton");
        awaitCard(robot, "#notice-history", true);
        awaitText(robot, "#notice-history .notice-what", "The disk is full");
    }

    @Test
    void everyPageHasHelpAndTheSheetOfKeys(FxRobot robot) {
        shell.commands().pages().forEach(page -> {
            onFx(() -> {
                shell.go(new Destination.Just(page.id()));
                return null;
            });
            robot.push(KeyCode.SHIFT, KeyCode.F1);
            awaitCard(robot, "#help-sheet", true);
            assertFalse(
                    robot.lookup("#help-sheet .scroll-pane .label").queryAll().isEmpty(), page.id() + " has no help");
            robot.push(KeyCode.ESCAPE);
            awaitCard(robot, "#help-sheet", false);
        });
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.experiment.ExperimentPage;
import dev.fathom.ui.experiment.ExperimentViewModel;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class ExperimentPageTest extends WindowTestBase {
    @Override
    void fill(Workspace empty) throws IOException {
        RunConfig teacher = Json.parseYaml(
                "name: teacher\nmodel: {architecture: resnet18-light}\ndata: {folder: d}\n", RunConfig.class, "test");
        RunFolder.create(empty.runs(), teacher, null, Clock.systemUTC())
                .update(info -> info.ended(RunState.FINISHED, Clock.systemUTC().instant(), null));
    }

    @Test
    void stagesAreDrawnAndPairedByDragging(FxRobot robot) throws IOException {
        String teacher = workspace.folders().get(0).getFileName().toString();
        ExperimentViewModel model =
                shell.page(PageId.EXPERIMENT, ExperimentPage.class).model();
        onFx(() -> {
            robot.lookup("#yamlText")
                    .queryAs(TextArea.class)
                    .setText("model: {architecture: litedepth}\ndistillation: {teacher: " + teacher + "}\n");
            return null;
        });
        robot.clickOn("#section-distillation");
        await(
                "three pairs are drawn",
                () -> robot.lookup(".tap-line").queryAll().size() == 3);
        onFx(() -> {
            robot.lookup("#form").queryAs(ScrollPane.class).setVvalue(0.55);
            return null;
        });
        robot.drag("#student-decoder-32").dropTo("#teacher-decoder-32");
        await(
                "the fourth pair is drawn",
                () -> robot.lookup(".tap-line").queryAll().size() == 4);
        assertTrue(yaml(robot).contains("student: decoder/32"), yaml(robot));
        robot.clickOn("#student-decoder-4").clickOn("#teacher-decoder-4");
        await(
                "the first pair is gone",
                () -> robot.lookup(".tap-line").queryAll().size() == 3);
        onFx(() -> {
            model.undo();
            model.undo();
            return null;
        });
        await("the usual pairs are back", () -> !yaml(robot).contains("pairs"));
    }

    @BeforeEach
    void openPage(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        awaitText(robot, "#start-blocked", "2 things are still to be chosen");
    }

    private static String yaml(FxRobot robot) {
        return onFx(() -> robot.lookup("#yamlText").queryAs(TextArea.class).getText());
    }

    private static TextField field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class);
    }

    @Test
    void fromAPresetToAStartedRun(FxRobot robot) {
        robot.clickOn("#sample-data");
        awaitText(robot, "#start-blocked", "One thing is still to be chosen");
        onFx(() -> {
            shell.page(PageId.EXPERIMENT, ExperimentPage.class).model().loadPreset("litedepth2022-stage1-small");
            return null;
        });
        await(
                "it can start",
                () -> !robot.lookup("#start").queryAs(Button.class).isDisabled());
        robot.clickOn("#section-losses");
        robot.clickOn("#weight-silog").push(KeyCode.CONTROL, KeyCode.A).write("7.5");
        await("the form shows it", () -> field(robot, "#weight-silog").getText().equals("7.5"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        assertTrue(yaml(robot).contains("weight: 7.5"), yaml(robot));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await("the weight is back", () -> !yaml(robot).contains("weight: 7.5"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await("the weight is changed again", () -> yaml(robot).contains("weight: 7.5"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("a worker checks the run", () -> workers.started().size() == 1);
        List<String> arguments = workers.started().get(0).arguments();
        assertEquals("train", arguments.get(0));
        assertTrue(arguments.contains("--later"), arguments.toString());
        awaitText(robot, "#start-blocked", "The experiment is being checked");
    }

    @Test
    void aTeacherAndTwoStagesAreStartedWithOneButton(FxRobot robot) {
        robot.clickOn("#sample-data");
        onFx(() -> {
            shell.page(PageId.EXPERIMENT, ExperimentPage.class).model().loadPreset("litedepth2022-stage2-small");
            return null;
        });
        awaitText(robot, "#start", "Start 3 trainings");
        String epochs = "#epochs-litedepth2022-teacher-small";
        await(
                "the teacher's epochs are shown",
                () -> robot.lookup(epochs).tryQuery().isPresent());
        robot.clickOn(epochs).push(KeyCode.CONTROL, KeyCode.A).write("2").push(KeyCode.ENTER);
        await(
                "it can start",
                () -> !robot.lookup("#start").queryAs(Button.class).isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await("a worker checks the runs", () -> workers.started().size() == 1);
        List<String> arguments = workers.started().get(0).arguments();
        assertTrue(arguments.contains("--with-needs"), arguments.toString());
        assertTrue(arguments.contains("litedepth2022-teacher-small=2"), arguments.toString());
    }

    @Test
    void wrongWordsAreToldBesideTheFieldAndInTheFile(FxRobot robot) {
        robot.clickOn("#section-training");
        robot.clickOn("#field-training-epochs").push(KeyCode.CONTROL, KeyCode.A).write("0");
        await("the field says so", () -> robot.lookup(".field-error").queryAll().stream()
                .anyMatch(node -> node.isVisible()
                        && ((javafx.scene.control.Label) node).getText().startsWith("\"Epochs\" is 0")));
        assertTrue(robot.lookup("#commandButton").query().isDisabled());
        robot.push(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(field(robot, "#field-training-epochs").isFocused(), "the arrow is no stop");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        await(
                "the default is back",
                () -> field(robot, "#field-training-epochs").getText().equals("100"));
        robot.write("5");
        robot.clickOn("#field-training-epochs-reset");
        await(
                "the default is back",
                () -> field(robot, "#field-training-epochs").getText().equals("100"));
        assertFalse(robot.lookup("#field-training-epochs-reset").query().isVisible());
        onFx(() -> {
            field(robot, "#field-schedule-power").setText("0");
            return null;
        });
        robot.clickOn("#section-data");
        robot.clickOn("Training  ·  Power");
        await("the check leads to its field", () -> field(robot, "#field-schedule-power")
                .isFocused());
        robot.clickOn("#field-schedule-power").push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        robot.clickOn("#yamlText").write("modle: 1");
        awaitText(robot, "#start-blocked", "The YAML cannot be read");
        String told = robot.lookup("#yamlProblem").queryLabeled().getText();
        assertTrue(told.startsWith("Line 1: The configuration has a field that Fathom does not know: modle"), told);
        WaitForAsyncUtils.waitForFxEvents();
    }
}

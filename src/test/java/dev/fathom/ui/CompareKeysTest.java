package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.compare.PanesViewModel;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.image.SyncView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Every key of the page of comparisons. */
class CompareKeysTest extends WindowTestBase {
    private KeyPresses keys;
    private String teacher;

    @Override
    void fill(Workspace empty) throws IOException {
        RunFixture first = RunFixture.create(empty, "teacher", 20, null, 0)
                .samples(64, 48, List.of("a", "b"), List.of(10, 20))
                .best(20)
                .state(RunState.FINISHED);
        teacher = first.folder().id();
        RunFixture.create(empty, "student", 20, teacher, 1)
                .samples(64, 48, List.of("a", "b"), List.of(5, 10, 15))
                .state(RunState.RUNNING);
    }

    @Test
    void everyKeyDoesWhatTheSheetSays(FxRobot robot) throws IOException {
        show(PageId.COMPARE);
        awaitText(robot, "#epochText", "Epoch 15");
        keys = keysOf(PageId.COMPARE, robot);
        epochsAndImages(robot);
        zoom(robot);
        panes(robot);
        swipe(robot);
        points(robot);
        saving(robot);
        predicting(robot);
        columns(robot);
        assertEquals(List.of(), keys.left());
    }

    private void epochsAndImages(FxRobot robot) {
        keys.press("Earlier epoch");
        awaitText(robot, "#epochText", "Epoch 10");
        keys.press("Later epoch");
        awaitText(robot, "#epochText", "Epoch 15");
        ListView<?> images = robot.lookup("#images").queryListView();
        keys.press("Next image");
        await("the second image is chosen", () -> images.getSelectionModel().getSelectedIndex() == 1);
        keys.press("Previous image");
        await("the first image is chosen", () -> images.getSelectionModel().getSelectedIndex() == 0);
    }

    private void zoom(FxRobot robot) {
        SyncView view = shell.compare().view();
        double fitted = onFx(view::scale);
        double before = fitted;
        for (int i = 0; i < 4; i++) {
            double small = before;
            keys.press("Zoom in");
            await("zoomed in", () -> view.scale() > small);
            before = onFx(view::scale);
        }
        move(() -> view.x(), 1);
        for (int i = 0; i < 2; i++) {
            double large = onFx(view::scale);
            keys.press("Zoom out");
            await("zoomed out", () -> view.scale() < large);
        }
        keys.press("One pixel to one");
        awaitText(robot, "#zoomText", "100 %");
        keys.press("Whole image");
        await("fitted", () -> view.scale() == fitted);
    }

    private interface Place {
        double now();
    }

    /** The four arrows: the first is named, the others are covered by its line on the sheet. */
    private void move(Place x, int sign) {
        SyncView view = shell.compare().view();
        double left = onFx(x::now);
        keys.press("Move the picture, turn the points");
        await("moved left", () -> sign * (left - x.now()) > 0);
        double right = onFx(x::now);
        keys.press("");
        await("moved right", () -> sign * (x.now() - right) > 0);
        double up = onFx(view::y);
        keys.press("");
        await("moved up", () -> view.y() < up);
        double down = onFx(view::y);
        keys.press("");
        await("moved down", () -> view.y() > down);
    }

    private static GridPane grid(FxRobot robot) {
        return robot.lookup(".compare-middle #grid #grid").queryAs(GridPane.class);
    }

    private void panes(FxRobot robot) {
        for (int i = 1; i <= PanesViewModel.MOST; i++) {
            String id = "pane-" + i;
            keys.press("One picture alone, and back");
            await(
                    id + " is alone",
                    () -> grid(robot).getChildren().size() == 1
                            && grid(robot).getChildren().get(0).getId().equals(id));
        }
        robot.push(KeyCode.DIGIT6);
        await("all are back", () -> grid(robot).getChildren().size() == PanesViewModel.MOST);
        for (int i = 1; i <= PanesViewModel.MOST; i++) {
            int count = i;
            keys.press("Number of panes");
            await("there are " + count, () -> grid(robot).getChildren().size() == count);
        }
    }

    private void swipe(FxRobot robot) {
        keys.press("Swipe between the first two");
        await(
                "one lies over the other",
                () -> !robot.lookup("#swipe-handle").queryAll().isEmpty());
        double handle = onFx(() -> robot.lookup("#swipe-handle").query().getLayoutX());
        keys.press("Move the divider right");
        await("the divider moved", () -> robot.lookup("#swipe-handle").query().getLayoutX() > handle);
        keys.press("Move the divider left");
        await("and back", () -> robot.lookup("#swipe-handle").query().getLayoutX() == handle);
    }

    private void points(FxRobot robot) {
        keys.press("Points in space");
        await(
                "there are points",
                () -> !robot.lookup("#cloudCaption").queryLabeled().getText().isEmpty());
        double yaw = onFx(() -> shell.compare().cloud().orbit().pose().yaw());
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        await("they turned", () -> shell.compare().cloud().orbit().pose().yaw() > yaw);
        robot.push(KeyCode.C);
        await("there are panes", () -> grid(robot).getChildren().size() == PanesViewModel.MOST);
    }

    private void saving(FxRobot robot) {
        robot.moveTo("#pane-2");
        keys.press("Copy the picture under the pointer");
        await("it is copied", () -> Clipboard.getSystemClipboard().hasImage());
        saved("Save the picture with its colour bar", "picture.png");
        saved("Save the depth as 16-bit PNG", "depth.png");
        saved("Save the depth as points (PLY)", "points.ply");
    }

    private void saved(String label, String name) {
        Path file = folder.resolve(name);
        files.next = file;
        keys.press(label);
        await(name + " is written", () -> Files.exists(file));
    }

    private void predicting(FxRobot robot) {
        keys.press("Predict the validation images with run A");
        awaitText(robot, ".notice-what", "The validation images are not there");
        keys.press("Score the images of run A");
        await("scores are made", () -> workers.started().size() == 1);
        String before = onFx(() -> shell.compare().runProperty().get().toString());
        onFx(() -> {
            shell.compare()
                    .secondProperty()
                    .set(shell.compare().runs().stream()
                            .filter(run -> run.id().equals(teacher))
                            .findFirst()
                            .orElseThrow());
            return null;
        });
        keys.press("Exchange run A and run B");
        await(
                "they are exchanged",
                () -> shell.compare().secondProperty().get().toString().equals(before));
        files.next =
                WindowStates.STREET.resolve("val/rgb").toFile().listFiles()[0].toPath();
        keys.press("Predict a picture with run A");
        await("the picture was asked for", () -> files.asked.startsWith("Predict a picture"));
    }

    private void columns(FxRobot robot) {
        keys.press("List of images");
        await("the list is gone", () -> !robot.lookup("#imageList").query().isVisible());
        robot.push(KeyCode.L);
        keys.press("Numbers and colours");
        await("the numbers are gone", () -> !robot.lookup("#numbers").query().isVisible());
        keys.press("Find an image by name");
        await("one can type", () -> robot.lookup("#imageFilter").query().isFocused());
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.RunFolder;
import dev.fathom.run.Samples;
import dev.fathom.run.Workspace;
import dev.fathom.ui.data.DataPage;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class DataPageTest extends WindowTestBase {
    private Path set;

    /** Takes its pairs from the previews of a run. */
    @Override
    void fill(Workspace empty) throws IOException {
        List<String> ids = List.of("a", "b", "c");
        RunFolder run = RunFixture.create(empty, "student", 20, null, 0)
                .samples(64, 48, ids, List.of(1))
                .folder();
        set = empty.root().resolve("street");
        for (String id : ids) {
            String split = id.equals("c") ? "val" : "train";
            Files.createDirectories(set.resolve(split + "/rgb"));
            Files.createDirectories(set.resolve(split + "/depth"));
            Files.copy(Samples.of(run).rgb(id), set.resolve(split + "/rgb/" + id + ".png"));
            Files.copy(Samples.of(run).depth(id), set.resolve(split + "/depth/" + id + ".png"));
        }
        Files.writeString(set.resolve("train/depth/b.png"), "broken");
    }

    @Test
    void aFolderIsOpenedCheckedAndItsWrongFileShown(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        await(
                "the page asks for a folder",
                () -> isShown(robot.lookup("#emptyState").query()));
        onFx(() -> {
            shell.go(new Destination.DataFolder(set));
            return null;
        });
        awaitText(robot, "#folderName", "street");
        ListView<?> pairs = robot.lookup("#pairs").queryListView();
        await("two pairs are listed", () -> pairs.getItems().size() == 2);
        await("the first is described in metres", () -> label(robot, "#previewSummary")
                .startsWith("a:  Depth "));
        robot.moveTo(".image-pane");
        await("the pointer reads metres", () -> !label(robot, "#previewProbe").isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        TableView<?> issues = robot.lookup("#issueTable").queryTableView();
        await("the broken file is found", () -> !issues.getItems().isEmpty());
        awaitText(robot, "#folderState", "fathom  ·  2 train, 1 val");
        robot.doubleClickOn("unreadable files");
        await("its pair is shown with the reason", () -> label(robot, "#previewSummary")
                .startsWith("b:  "));
        robot.clickOn("Statistics");
        await(
                "the statistics are shown",
                () -> isShown(robot.lookup("#statistics").query()));
        assertEquals(set.toAbsolutePath(), onFx(() -> shell.page(PageId.DATA, DataPage.class)
                .model()
                .folderProperty()
                .get()));
    }

    private static String label(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }
}

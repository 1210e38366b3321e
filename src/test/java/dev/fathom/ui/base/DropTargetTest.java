package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DropTargetTest {
    private final List<List<File>> dropped = new ArrayList<>();
    private List<File> dragged;
    private StackPane target;

    @Start
    void start(Stage stage) {
        Label source = new Label("files");
        source.setId("source");
        source.setMinSize(150, 200);
        source.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(dragged);
            source.startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content);
            event.consume();
        });
        target = new StackPane();
        target.setId("target");
        target.setMinSize(200, 200);
        DropTarget.make(
                target,
                files -> files.stream()
                        .filter(file -> file.getName().endsWith(".png"))
                        .toList(),
                dropped::add);
        stage.setScene(new Scene(new HBox(source, target)));
        stage.show();
        stage.requestFocus();
    }

    private boolean isShown() {
        return target.getPseudoClassStates().contains(PseudoClass.getPseudoClass("dropping"));
    }

    @Test
    void whatIsOfUseIsTakenAndThePlaceShowsThatItWould(FxRobot robot) {
        dragged = List.of(new File("/a/notes.txt"), new File("/a/room.png"));
        robot.drag("#source").moveTo("#target").moveBy(5, 5);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(isShown());
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(List.of(new File("/a/room.png"))), dropped);
        assertFalse(isShown());
    }

    @Test
    void whatIsOfNoUseIsNotTaken(FxRobot robot) {
        dragged = List.of(new File("/a/notes.txt"));
        robot.drag("#source").moveTo("#target").moveBy(5, 5);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(isShown());
        robot.drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(dropped.isEmpty());
    }
}

package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RehearsalTest {
    private Label title;
    private Button button;
    private CheckBox deep;
    private Label hidden;
    private HBox head;
    private VBox below;
    private SplitPane split;
    private BorderPane page;
    private Label shown;
    private StackPane stage;

    @Start
    void start(Stage window) {
        title = new Label("title");
        button = new Button("button");
        deep = new CheckBox("deep");
        hidden = new Label("hidden");
        head = new HBox(title, button);
        below = new VBox(deep, hidden);
        split = new SplitPane(new ScrollPane(below));
        page = new BorderPane(split, head, null, null, null);
        shown = new Label("shown");
        stage = new StackPane(shown);
        hidden.setVisible(false);
        window.setScene(new Scene(stage, 400, 300));
        window.show();
    }

    @Test
    void everyControlIsStyledAndStandsWhereItStood(FxRobot robot) {
        robot.interact(() -> {
            Rehearsal rehearsal = new Rehearsal(page, stage);
            assertNull(deep.getSkin());
            assertFalse(rehearsal.goOn(), "the whole page comes after its pieces");
            while (!rehearsal.goOn()) {
                assertEquals(List.of(shown), stage.getChildren());
            }
            assertEquals(List.of(title, button), head.getChildren());
            assertEquals(List.of(deep, hidden), below.getChildren());
            assertEquals(List.of(shown), stage.getChildren());
            List.of(title, button, deep, split).forEach(control -> assertNotNull(control.getSkin()));
            assertTrue(page.isVisible());
            assertFalse(hidden.isVisible());
            assertNull(page.getScene());
            assertEquals(stage.getWidth(), page.getWidth());
        });
    }

    @Test
    void aChoiceWantsNoMoreRoomThanBefore(FxRobot robot) {
        robot.interact(() -> {
            ComboBox<String> choice = new ComboBox<>();
            choice.getItems().setAll("Loss");
            choice.setValue("Loss");
            head.getChildren().add(choice);
            Rehearsal rehearsal = new Rehearsal(page, stage);
            while (!rehearsal.goOn()) {
                assertNull(page.getScene());
            }
            assertNotNull(choice.getSkin());
            assertTrue(choice.prefWidth(-1) < stage.getWidth() / 2, "it wants " + choice.prefWidth(-1));
        });
    }

    @Test
    void whatStandsAtASideOfThePageStaysThere(FxRobot robot) {
        robot.interact(() -> {
            Label foot = new Label("foot");
            page.setBottom(foot);
            Rehearsal rehearsal = new Rehearsal(page, stage);
            while (!rehearsal.goOn()) {
                assertEquals(foot, page.getBottom());
            }
            assertEquals(foot, page.getBottom());
            assertNotNull(foot.getSkin());
        });
    }

    @Test
    void aPieceIsStyledAmongWhatIsAroundIt(FxRobot robot) {
        robot.interact(() -> {
            stage.getScene().getStylesheets().add("data:text/css,.shelf .label{-fx-text-fill:red}");
            head.getStyleClass().add("shelf");
            List<Paint> seen = new ArrayList<>();
            title.textFillProperty().addListener((property, before, now) -> seen.add(now));
            Rehearsal rehearsal = new Rehearsal(page, stage);
            while (!rehearsal.goOn()) {
                assertNull(page.getScene());
            }
            assertEquals(List.of(Color.RED), seen);
        });
    }

    @Test
    void whatThePageMovesMeanwhileStaysWhereItWent(FxRobot robot) {
        robot.interact(() -> {
            HBox foot = new HBox();
            below.getChildren().add(foot);
            Rehearsal rehearsal = new Rehearsal(page, stage);
            assertFalse(rehearsal.goOn(), "what is around the pieces comes first");
            foot.getChildren().add(button);
            while (!rehearsal.goOn()) {
                assertEquals(List.of(title), head.getChildren());
            }
            assertEquals(List.of(title), head.getChildren());
            assertEquals(List.of(button), foot.getChildren());
        });
    }

    @Test
    void aPageThatIsShownMeanwhileIsLeftAlone(FxRobot robot) {
        robot.interact(() -> {
            Rehearsal rehearsal = new Rehearsal(page, stage);
            stage.getChildren().setAll(page);
            assertTrue(rehearsal.goOn());
            assertEquals(List.<Node>of(page), stage.getChildren());
        });
    }
}

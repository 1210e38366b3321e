package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.look.Inspection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The quick part of {@link PageStatesTest}: every page once in one of the themes, and the hints under the pointer. */
class LookTest extends WindowTestBase {
    private static final Map<Boolean, List<PageId>> IN_THEME = Map.of(
            false, List.of(PageId.DATA, PageId.RUNS, PageId.EXPORT),
            true, List.of(PageId.EXPERIMENT, PageId.COMPARE, PageId.DEVICE));

    @Override
    void start(Stage window) throws IOException {
        super.start(window);
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @Override
    void fill(Workspace empty) throws IOException {
        WindowStates.fill(empty);
    }

    @Test
    void everyPageCanBeReadAndEveryControlHasANameAndIfItIsOffAReason() throws IOException {
        WindowStates states = new WindowStates(shell, workers);
        await("runs are there", () -> shell.runs().list().items().size() == 5);
        Set<String> faults = new TreeSet<>();
        for (boolean dark : new boolean[] {false, true}) {
            onFx(() -> {
                settings.darkProperty().set(dark);
                return null;
            });
            for (PageId page : IN_THEME.get(dark)) {
                onFx(() -> {
                    states.page(page);
                    return null;
                });
                // It reads what is new once it was painted.
                WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
                WaitForAsyncUtils.waitForFxEvents();
                onFx(() -> Inspection.of(shell.scene()).faults())
                        .forEach(fault -> faults.add(page + (dark ? " dark: " : " light: ") + fault));
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void thePointerBringsUpWhyAButtonIsOff(FxRobot robot) {
        onFx(() -> {
            new WindowStates(shell, workers).page(PageId.DEVICE);
            return null;
        });
        Button measure = robot.lookup("#measureButton").queryButton();
        String why = "Choose at least one model";
        await("models are there", () -> Reason.of(measure).equals(why));
        assertEquals("", shownHint());
        robot.moveTo((Node) measure);
        await("the reason is shown", () -> shownHint().equals(why));
        robot.moveTo("#nav-data");
        await("it is gone", () -> shownHint().isEmpty());
    }

    private static String shownHint() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip tooltip
                        && tooltip.isShowing()
                        && tooltip.getStyleClass().contains("hover-hint"))
                .map(window -> ((Tooltip) window).getText())
                .findFirst()
                .orElse("");
    }
}

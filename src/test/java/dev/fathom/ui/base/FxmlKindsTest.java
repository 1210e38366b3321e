package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.ui.desk.PageId;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FxmlKindsTest {
    @Start
    void start(Stage window) {
        window.show();
    }

    @ParameterizedTest
    @EnumSource(PageId.class)
    void whatAPageImportsCanBeMadeBesideTheWindowsThread(PageId page) {
        assertFalse(Platform.isFxApplicationThread());
        assertDoesNotThrow(() -> FxmlKinds.readAhead(page.title()));
    }

    @Test
    void aPageThatIsNotThereIsAnError() {
        assertThrows(RuntimeException.class, () -> FxmlKinds.readAhead("Nowhere"));
    }
}

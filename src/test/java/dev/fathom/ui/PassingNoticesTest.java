package dev.fathom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.ui.base.Notice;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

class PassingNoticesTest {
    private static final Notice NEWS = new Notice(Notice.Kind.INFORMATION, "Training is done", "");
    private static final Notice OFFER =
            new Notice(Notice.Kind.INFORMATION, "A run is in the trash", "", "", new Notice.Action("Undo", () -> {}));

    @Test
    void newsGoesAnOfferStaysLongerAnErrorStays() {
        assertEquals(Duration.seconds(10), PassingNotices.shown(NEWS));
        assertTrue(PassingNotices.shown(OFFER).greaterThan(PassingNotices.shown(NEWS)));
        assertTrue(PassingNotices.shown(new Notice(Notice.Kind.ERROR, "No memory", "Close programs"))
                .isIndefinite());
    }
}

package dev.fathom.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class NoticesTest {
    @Test
    void whatComesAfterAnotherWorkspaceWasOpenedIsToldThere() {
        Notices first = new Notices();
        Notices second = new Notices();
        first.inform("before", "");
        first.passOnTo(second);
        first.offer("Training small is done", "Best si-RMSE 0.186", "Show it", () -> {});
        assertEquals("before", first.currentProperty().get().what());
        Notice told = second.currentProperty().get();
        assertEquals("Training small is done", told.what());
        assertEquals("Best si-RMSE 0.186", told.remedy());
        assertNull(told.action(), "its page is gone");
    }
}

package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class FreeRoomTest {
    private final FreeRoom room = new FreeRoom(new Rectangle2D(0, 0, 200, 100));

    private static Optional<Rectangle2D> box(double x, double y) {
        return Optional.of(new Rectangle2D(x, y, 40, 10));
    }

    @Test
    void theRightSideIsPreferredThenTheLeftThenAboveThenBelow() {
        room.takePoint(100, 50, 5);
        assertEquals(box(109, 45), room.takeBeside(100, 50, 5, 40, 10));
        assertEquals(box(51, 45), room.takeBeside(100, 50, 5, 40, 10));
        assertEquals(box(80, 31), room.takeBeside(100, 50, 5, 40, 10));
        assertEquals(box(80, 59), room.takeBeside(100, 50, 5, 40, 10));
    }

    @Test
    void aNameLeavesALineAndTheEdgeAlone() {
        room.takeLine(180, 50, 100, 50);
        assertEquals(box(51, 45), room.takeBeside(100, 50, 5, 40, 10), "the line goes off to the right");
        assertEquals(box(136, 75), room.takeBeside(185, 80, 5, 40, 10), "the edge is at the right");
    }

    @Test
    void withoutRoomThereIsNoName() {
        assertEquals(Optional.empty(), room.takeBeside(100, 50, 5, 300, 10));
    }
}

package dev.fathom.ui.compare;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Two panes over each other: the first left of a divider that can be dragged, the second right of it. */
final class SwipePane extends Region {
    private static final double GRIP = 11;

    private final ComparePane left;
    private final ComparePane right;
    private final DoubleProperty divider;
    private final Region handle = new Region();
    private final Rectangle leftPart = new Rectangle();
    private final Rectangle rightPart = new Rectangle();

    /** @param divider share of the width, 0 to 1 */
    SwipePane(ComparePane left, ComparePane right, DoubleProperty divider) {
        this.left = left;
        this.right = right;
        this.divider = divider;
        handle.getStyleClass().add("swipe-handle");
        handle.setId("swipe-handle");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setAccessibleText("Divider between the two pictures");
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        divider.addListener(change -> requestLayout());
    }

    private void drag(MouseEvent event) {
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        divider.set(Math.max(0, Math.min(1, x / getWidth())));
        event.consume();
    }

    /** Borrows the two panes from the grid. */
    void take() {
        left.setClip(leftPart);
        right.setClip(rightPart);
        right.showTagOnTheRight(true);
        getChildren().setAll(right, left, handle);
    }

    /** Gives them back. */
    void release() {
        getChildren().clear();
        left.setClip(null);
        right.setClip(null);
        right.showTagOnTheRight(false);
    }

    @Override
    protected void layoutChildren() {
        double at = Math.round(divider.get() * getWidth());
        left.resizeRelocate(0, 0, getWidth(), getHeight());
        right.resizeRelocate(0, 0, getWidth(), getHeight());
        leftPart.setWidth(at);
        leftPart.setHeight(getHeight());
        rightPart.setX(at);
        rightPart.setWidth(Math.max(0, getWidth() - at));
        rightPart.setHeight(getHeight());
        handle.resizeRelocate(at - GRIP / 2, 0, GRIP, getHeight());
    }
}

package dev.fathom.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PictureCornersTest {
    @Test
    void aCoverLiesInEachCornerAndPassesTheMouseThrough() {
        Region pane = new Region();
        PictureCorners corners = new PictureCorners(pane);
        pane.resize(320, 240);
        corners.layout();
        assertEquals(new BoundingBox(0, 0, 6, 6), bounds(corners, 0));
        assertEquals(new BoundingBox(314, 0, 6, 6), bounds(corners, 1));
        assertEquals(new BoundingBox(314, 234, 6, 6), bounds(corners, 2));
        assertEquals(new BoundingBox(0, 234, 6, 6), bounds(corners, 3));
        assertEquals(new BoundingBox(0, 0, 320, 240), pane.getClip().getBoundsInParent());
        assertTrue(corners.isMouseTransparent());
    }

    private static Bounds bounds(PictureCorners corners, int quarter) {
        Bounds exact = corners.getChildrenUnmodifiable().get(quarter).getBoundsInParent();
        return new BoundingBox(
                Math.round(exact.getMinX()),
                Math.round(exact.getMinY()),
                Math.round(exact.getWidth()),
                Math.round(exact.getHeight()));
    }
}

package dev.fathom.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncViewTest {
    private final SyncView view = new SyncView();

    @BeforeEach
    void aPaneTwiceAsHighAsNeeded() {
        view.setImageSize(640, 480);
        view.setPaneSize(320, 480);
    }

    private double imageX(double px) {
        return view.x() + px / view.scale();
    }

    private double imageY(double py) {
        return view.y() + py / view.scale();
    }

    @Test
    void fitShowsTheWholeImageInTheMiddle() {
        assertEquals(0.5, view.scale());
        assertEquals(0, view.x());
        assertEquals(-240, view.y());
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        double x = imageX(100);
        double y = imageY(300);
        view.zoom(3.7, 100, 300);
        assertEquals(x, imageX(100), 1e-9);
        assertEquals(y, imageY(300), 1e-9);
        assertEquals(0.5 * 3.7, view.scale(), 1e-12);
    }

    @Test
    void zoomHasEnds() {
        view.zoom(1e9, 10, 10);
        assertEquals(64, view.scale());
        view.zoom(1e-9, 10, 10);
        assertEquals(0.05, view.scale());
    }

    @Test
    void panMovesByScreenPixels() {
        view.zoom(4, 0, 0);
        double x = view.x();
        view.pan(10, 0);
        assertEquals(x - 10 / view.scale(), view.x(), 1e-12);
    }

    @Test
    void aFittedViewFollowsTheSizeOfThePaneButAZoomedOneKeepsItsMiddle() {
        view.setPaneSize(640, 480);
        assertEquals(1, view.scale());
        view.zoom(8);
        double middle = imageX(320);
        view.setPaneSize(400, 300);
        assertEquals(8, view.scale());
        assertEquals(middle, imageX(200), 1e-9);
    }

    @Test
    void panesThatDifferByRoundingLeaveTheViewAlone() {
        int revision = view.revisionProperty().get();
        double scale = view.scale();
        view.setPaneSize(321, 480);
        view.setPaneSize(320, 479);
        assertEquals(revision, view.revisionProperty().get());
        assertEquals(scale, view.scale());
        view.setPaneSize(322, 480);
        assertTrue(view.revisionProperty().get() > revision, "two pixels are another size");
    }

    @Test
    void theProbeIsAPixelInsideTheImageOrNothing() {
        view.probeAt(160, 240);
        assertEquals(new SyncView.Pixel(320, 240), view.probe().orElseThrow());
        view.probeAt(160, 10);
        assertFalse(view.probe().isPresent());
        view.probeAt(319.9, 240);
        assertTrue(view.probe().orElseThrow().x() <= 639);
    }

    @Test
    void actualSizeIsOneScreenPixelForEachPixelAboutTheMiddle() {
        SyncView view = new SyncView();
        view.setImageSize(200, 100);
        view.setPaneSize(100, 100);
        double middle = view.x() + 50 / view.scale();
        view.actualSize();
        assertEquals(1, view.scale());
        assertEquals(middle, view.x() + 50, 1e-9);
    }
}

package dev.fathom.ui.image;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/**
 * Rounds a picture by covering its corners in the colour of what is behind it ({@code .picture-corner} in the style
 * sheets). With a rounded clip every frame would be drawn into a picture of its own first, masked and drawn again, which
 * takes about twice as long.
 */
public final class PictureCorners extends Region {
    private static final double RADIUS = 6;
    /** Between the edges at the left top and the arc. */
    private static final String OUTSIDE =
            "M0 0 H" + RADIUS + " A" + RADIUS + " " + RADIUS + " 0 0 0 0 " + RADIUS + " Z";

    /** Clockwise from the left top. */
    private final List<SVGPath> corners = new ArrayList<>();

    /** @param pane that shows the picture, cut off at its edges from now on, and of which this is to be the last child */
    public PictureCorners(Region pane) {
        Rectangle edges = new Rectangle();
        edges.widthProperty().bind(pane.widthProperty());
        edges.heightProperty().bind(pane.heightProperty());
        pane.setClip(edges);
        pane.layoutBoundsProperty().addListener((bounds, before, now) -> resize(now.getWidth(), now.getHeight()));
        setManaged(false);
        setMouseTransparent(true);
        for (int quarter = 0; quarter < 4; quarter++) {
            SVGPath corner = new SVGPath();
            corner.setContent(OUTSIDE);
            corner.setRotate(90.0 * quarter);
            corner.getStyleClass().add("picture-corner");
            corners.add(corner);
        }
        getChildren().setAll(corners);
    }

    @Override
    protected void layoutChildren() {
        for (int quarter = 0; quarter < 4; quarter++) {
            boolean right = quarter == 1 || quarter == 2;
            boolean low = quarter > 1;
            corners.get(quarter).relocate(right ? getWidth() - RADIUS : 0, low ? getHeight() - RADIUS : 0);
        }
    }
}

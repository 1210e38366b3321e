package dev.fathom.ui.image;

import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The picture of one of several linked panes. Scroll zooms about the pointer, drag pans, double click shows the whole
 * image; all panes of the same {@link SyncView} follow. Draws at most once a pulse.
 */
public final class ImagePane extends Region {
    private static final Color GROUND = Color.web("#0e0f12");
    private static final double SCROLL_SPEED = 0.0025;
    private static final double CROSSHAIR = 9;
    private static final double SMOOTH_BELOW = 1.5;

    private final Canvas canvas = new Canvas();
    private final SyncView view;
    private Image image;
    private double lastX;
    private double lastY;

    public ImagePane(SyncView view) {
        this.view = view;
        getStyleClass().add("image-pane");
        setCursor(Cursor.CROSSHAIR);
        setMinSize(80, 60);
        getChildren().addAll(canvas, new PictureCorners(this));
        view.revisionProperty().addListener(change -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> view.probeAt(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> view.clearProbe());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /** Shows a picture, or the empty ground if it is null. */
    public void show(Raster raster) {
        image = raster == null ? null : raster.toImage();
        requestLayout();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            view.zoom(Math.exp(SCROLL_SPEED * event.getDeltaY()), event.getX(), event.getY());
            view.probeAt(event.getX(), event.getY());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void drag(MouseEvent event) {
        view.pan(event.getX() - lastX, event.getY() - lastY);
        press(event);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            view.fit();
        }
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        view.setPaneSize(getWidth(), getHeight());
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(GROUND);
        g.fillRect(0, 0, getWidth(), getHeight());
        if (image != null) {
            drawImage(g);
            view.probe().ifPresent(pixel -> drawCrosshair(g, pixel));
        }
    }

    /** Draws only the visible part; its edges are those of whole pixels, so that zoomed pixels stay square. */
    private void drawImage(GraphicsContext g) {
        double perReferenceX = image.getWidth() / view.imageWidth();
        double perReferenceY = image.getHeight() / view.imageHeight();
        double left = Math.max(0, Math.floor(view.x() * perReferenceX));
        double top = Math.max(0, Math.floor(view.y() * perReferenceY));
        double right = Math.min(image.getWidth(), Math.ceil((view.x() + getWidth() / view.scale()) * perReferenceX));
        double bottom = Math.min(image.getHeight(), Math.ceil((view.y() + getHeight() / view.scale()) * perReferenceY));
        if (right <= left || bottom <= top) {
            return;
        }
        g.setImageSmoothing(view.scale() < SMOOTH_BELOW);
        g.drawImage(
                image,
                left,
                top,
                right - left,
                bottom - top,
                (left / perReferenceX - view.x()) * view.scale(),
                (top / perReferenceY - view.y()) * view.scale(),
                (right - left) / perReferenceX * view.scale(),
                (bottom - top) / perReferenceY * view.scale());
    }

    private void drawCrosshair(GraphicsContext g, SyncView.Pixel pixel) {
        double px = Math.floor((pixel.x() + 0.5 - view.x()) * view.scale()) + 0.5;
        double py = Math.floor((pixel.y() + 0.5 - view.y()) * view.scale()) + 0.5;
        g.setStroke(Color.BLACK);
        g.setLineWidth(3);
        strokeCross(g, px, py);
        g.setStroke(Color.WHITE);
        g.setLineWidth(1);
        strokeCross(g, px, py);
    }

    private static void strokeCross(GraphicsContext g, double px, double py) {
        g.strokeLine(px - CROSSHAIR, py, px - 3, py);
        g.strokeLine(px + 3, py, px + CROSSHAIR, py);
        g.strokeLine(px, py - CROSSHAIR, px, py - 3);
        g.strokeLine(px, py + 3, px, py + CROSSHAIR);
    }
}

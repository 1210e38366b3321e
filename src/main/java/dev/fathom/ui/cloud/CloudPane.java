package dev.fathom.ui.cloud;

import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.image.PictureCorners;
import java.nio.IntBuffer;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Shows a cloud: drag turns it, drag with the right button or Shift moves it, scroll goes nearer, double click goes back.
 * Frames are drawn in the background, one at a time; while one is drawn only the newest wish is kept.
 */
public final class CloudPane extends Region {
    private static final int GROUND = 0xff0e0f12;
    private static final double RADIANS_PER_PIXEL = 0.007;
    private static final double SCROLL_SPEED = 0.002;

    private final Orbit orbit;
    private final LatestTask drawing;
    private final CloudRenderer renderer = new CloudRenderer();
    private final ImageView view = new ImageView();
    private final Frame[] frames = new Frame[2];
    private int back;
    private PointCloud cloud;
    private double lastX;
    private double lastY;

    /** Pixels that are drawn in the background and the image that shows them. */
    private record Frame(int width, int height, int[] argb, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Frame of(int width, int height) {
            int[] argb = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
            return new Frame(width, height, argb, buffer, new WritableImage(buffer));
        }
    }

    public CloudPane(Orbit orbit, TaskExecutor executor) {
        this.orbit = orbit;
        this.drawing = new LatestTask(executor);
        getStyleClass().add("cloud-pane");
        setCursor(Cursor.MOVE);
        setMinSize(80, 60);
        view.setManaged(false);
        getChildren().addAll(view, new PictureCorners(this));
        orbit.revisionProperty().addListener(change -> draw());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /** @param newCloud null for nothing */
    public void show(PointCloud newCloud) {
        cloud = newCloud;
        view.setVisible(cloud != null);
        draw();
    }

    private void press(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void drag(MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        press(event);
        if (event.getButton() == MouseButton.SECONDARY || event.isShiftDown()) {
            double metres = cloud == null
                    ? 0
                    : orbit.pose().distance() / CloudRenderer.focal(cloud, (int) getWidth(), (int) getHeight());
            orbit.shift(dx * metres, dy * metres);
        } else {
            orbit.turn(dx * RADIANS_PER_PIXEL, -dy * RADIANS_PER_PIXEL);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            orbit.approach(Math.exp(SCROLL_SPEED * event.getDeltaY()));
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            orbit.reset();
        }
    }

    @Override
    protected void layoutChildren() {
        if (frames[1 - back] == null
                || frames[1 - back].width() != (int) getWidth()
                || frames[1 - back].height() != (int) getHeight()) {
            draw();
        }
    }

    private void draw() {
        if (cloud == null || getWidth() < 1 || getHeight() < 1 || getScene() == null) {
            return;
        }
        PointCloud drawn = cloud;
        int width = (int) getWidth();
        int height = (int) getHeight();
        drawing.submit(BackgroundTask.of(() -> frame(drawn, orbit.pose(), width, height))
                .onSuccess(this::show));
    }

    /** Draws into the frame that is not on the screen. */
    private Frame frame(PointCloud drawn, Orbit.Pose pose, int width, int height) {
        Frame frame = frames[back];
        if (frame == null || frame.width() != width || frame.height() != height) {
            frame = Frame.of(width, height);
            frames[back] = frame;
        }
        renderer.draw(drawn, pose, width, height, frame.argb(), GROUND);
        return frame;
    }

    private void show(Frame frame) {
        frame.buffer().updateBuffer(buffer -> null);
        view.setImage(frame.image());
        back = 1 - back;
    }
}

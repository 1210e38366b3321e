package dev.fathom.ui.image;

import dev.fathom.core.ColorMap;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** The colours of a map from its start (left, near) to its end (right, far). */
public final class ColourBar extends Region {
    private static final int COLOURS = 256;
    /** One row would be blended with what lies outside the picture when it is stretched. */
    private static final int ROWS = 16;

    private static final double HEIGHT = 12;

    private final ImageView strip = new ImageView();

    public ColourBar() {
        getStyleClass().add("colour-bar");
        strip.setSmooth(false);
        getChildren().add(strip);
        setMinSize(60, HEIGHT);
        setPrefSize(180, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    public void show(ColorMap map) {
        int[] argb = new int[COLOURS * ROWS];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = map.argb((i % COLOURS + 0.5f) / COLOURS);
        }
        strip.setImage(new WritableImage(
                new PixelBuffer<>(COLOURS, ROWS, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance())));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        strip.setFitWidth(getWidth());
        strip.setFitHeight(getHeight());
    }
}

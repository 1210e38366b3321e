package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.core.RgbImage;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.image.Colouring;
import dev.fathom.ui.image.Raster;
import dev.fathom.ui.plot.Axis;
import java.nio.IntBuffer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A picture as it is saved and copied: every pixel of it, below the title and, where colours mean metres, their bar. On
 * the JavaFX thread.
 */
final class PictureSheet {
    private static final double MARGIN = 10;
    private static final double LINE = 22;
    private static final double BAR = 14;
    private static final double TICK_ROOM = 70;
    private static final double SMALLEST_WIDTH = 320;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = Color.web("#24292f");

    private PictureSheet() {}

    /**
     * Draws the sheet.
     *
     * @param picture what the raster shows
     * @param title written under it
     */
    static WritableImage draw(Raster raster, Picture picture, Painted painted, String title) {
        boolean metres = picture.isDepth() || picture.isError();
        double width = Math.max(SMALLEST_WIDTH, raster.width());
        double height = raster.height() + MARGIN + LINE + (metres ? BAR + LINE + MARGIN : 0);
        Canvas canvas = new Canvas(width, height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(PAPER);
        g.fillRect(0, 0, width, height);
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                raster.width(), raster.height(), IntBuffer.wrap(raster.argb()), PixelFormat.getIntArgbPreInstance());
        g.drawImage(new WritableImage(pixels), 0, 0);
        g.setFill(INK);
        g.setFont(Font.font(13));
        g.setTextBaseline(VPos.TOP);
        double y = raster.height() + MARGIN;
        g.fillText(title, MARGIN, y, width - 2 * MARGIN);
        if (metres) {
            drawBar(g, painted.map(picture), painted.span(picture), y + LINE, width);
        }
        return canvas.snapshot(null, null);
    }

    private static void drawBar(GraphicsContext g, ColorMap map, double[] span, double top, double width) {
        double invalid = 82;
        double length = width - 2 * MARGIN - invalid;
        for (int i = 0; i < length; i++) {
            int argb = map.argb((float) ((i + 0.5) / length));
            g.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
            g.fillRect(MARGIN + i, top, 1, BAR);
        }
        Axis axis = new Axis(span[0], span[1], false);
        g.setFill(INK);
        g.setFont(Font.font(12));
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : axis.ticks((int) (length / TICK_ROOM))) {
            double x = MARGIN + axis.place(tick) * length;
            g.fillRect(Math.round(x), top + BAR, 1, 3);
            String text = Numbers.compact(tick) + " m";
            double half = text.length() * 3.4;
            g.fillText(text, Math.max(half, Math.min(MARGIN + length - half + MARGIN, x)), top + BAR + 4);
        }
        g.setTextAlign(TextAlignment.LEFT);
        int argb = Colouring.INVALID;
        g.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
        g.fillRect(MARGIN + length + 14, top, BAR, BAR);
        g.setFill(INK);
        g.fillText("invalid", MARGIN + length + 14 + BAR + 5, top - 1);
    }

    /** The pixels of an opaque image. */
    static RgbImage pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        byte[] rgb = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        return new RgbImage(width, height, rgb);
    }
}

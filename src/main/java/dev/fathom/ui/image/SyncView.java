package dev.fathom.ui.image;

import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * What all linked panes look at: the same part of the scene at the same scale, and the pixel under the pointer. Places
 * are in pixels of a reference image, in which every pane lays its own picture. View model: no nodes.
 */
public final class SyncView {
    private static final double MIN_SCALE = 0.05;
    private static final double MAX_SCALE = 64;
    /** Panes that share a height of 700 have 233 or 234; taking turns they would be drawn again and again. */
    private static final double ROUNDING = 2;

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private int imageWidth = 640;
    private int imageHeight = 480;
    private double paneWidth;
    private double paneHeight;
    private double x;
    private double y;
    private double scale = 1;
    private boolean fitted = true;
    private Pixel probe;

    /** A pixel of the reference image. */
    public record Pixel(int x, int y) {}

    /** Grows with every change. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /** The reference image's size; another size fits the view anew. */
    public void setImageSize(int width, int height) {
        if (width != imageWidth || height != imageHeight) {
            imageWidth = width;
            imageHeight = height;
            probe = null;
            fit();
        }
    }

    public int imageWidth() {
        return imageWidth;
    }

    public int imageHeight() {
        return imageHeight;
    }

    /**
     * The size of one pane, all being equal but for a pixel of rounding. A view that shows the whole image goes on doing
     * so.
     */
    public void setPaneSize(double width, double height) {
        boolean same = Math.abs(width - paneWidth) < ROUNDING && Math.abs(height - paneHeight) < ROUNDING;
        if (same || width <= 0 || height <= 0) {
            return;
        }
        double centreX = x + paneWidth / scale / 2;
        double centreY = y + paneHeight / scale / 2;
        paneWidth = width;
        paneHeight = height;
        if (fitted) {
            fit();
        } else {
            x = centreX - width / scale / 2;
            y = centreY - height / scale / 2;
            changed();
        }
    }

    /** Left edge of the view, in reference pixels. */
    public double x() {
        return x;
    }

    /** Upper edge of the view, in reference pixels. */
    public double y() {
        return y;
    }

    /** Screen pixels for each reference pixel. */
    public double scale() {
        return scale;
    }

    /** Shows the whole image, centred. */
    public void fit() {
        if (paneWidth > 0 && paneHeight > 0) {
            scale = clamp(Math.min(paneWidth / imageWidth, paneHeight / imageHeight));
            x = (imageWidth - paneWidth / scale) / 2;
            y = (imageHeight - paneHeight / scale) / 2;
        }
        fitted = true;
        changed();
    }

    /** One screen pixel for each reference pixel, about the middle of the pane. */
    public void actualSize() {
        zoom(1 / scale);
    }

    /** Scales by {@code factor}, the point under pane coordinates (px, py) staying where it is. */
    public void zoom(double factor, double px, double py) {
        double newScale = clamp(scale * factor);
        x += px / scale - px / newScale;
        y += py / scale - py / newScale;
        scale = newScale;
        fitted = false;
        changed();
    }

    /** Scales about the middle of the pane. */
    public void zoom(double factor) {
        zoom(factor, paneWidth / 2, paneHeight / 2);
    }

    /** Moves the picture by screen pixels. */
    public void pan(double dx, double dy) {
        x -= dx / scale;
        y -= dy / scale;
        fitted = false;
        changed();
    }

    private static double clamp(double wanted) {
        return Math.max(MIN_SCALE, Math.min(MAX_SCALE, wanted));
    }

    /** Points at what lies under pane coordinates; beyond the image, at nothing. */
    public void probeAt(double px, double py) {
        int ix = (int) Math.floor(x + px / scale);
        int iy = (int) Math.floor(y + py / scale);
        boolean inside = ix >= 0 && iy >= 0 && ix < imageWidth && iy < imageHeight;
        setProbe(inside ? new Pixel(ix, iy) : null);
    }

    public void clearProbe() {
        setProbe(null);
    }

    private void setProbe(Pixel pixel) {
        if (pixel == null ? probe != null : !pixel.equals(probe)) {
            probe = pixel;
            changed();
        }
    }

    /** The pixel under the pointer. */
    public Optional<Pixel> probe() {
        return Optional.ofNullable(probe);
    }
}

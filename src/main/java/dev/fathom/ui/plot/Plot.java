package dev.fathom.ui.plot;

/** The rectangle inside the axes, in pixels of the canvas. */
public record Plot(double left, double top, double width, double height) {

    /** Pixel of a place on the x axis. */
    public double x(double place) {
        return left + place * width;
    }

    /** Pixel of a place on the y axis, whose 0 is at the bottom. */
    public double y(double place) {
        return top + (1 - place) * height;
    }

    /** As {@link #y}, for a place that may lie outside. */
    public double yInside(double place) {
        return y(Math.max(0, Math.min(1, place)));
    }

    public boolean contains(double px, double py) {
        return px >= left && px <= left + width && py >= top && py <= top + height;
    }
}

package dev.fathom.ui.plot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A named series with its look. */
public final class Curve {
    /** How the points are drawn. */
    public enum Style {
        /** Many noisy points: a translucent band from minimum to maximum and a line. */
        BAND,
        /** Few exact points: dots joined by a line. */
        DOTS
    }

    private final String name;
    private final String group;
    private final Style style;
    private final int colour;
    private final Series series = new Series();
    private final BooleanProperty visible = new SimpleBooleanProperty(true);
    private double stepsPerEpoch = 1;

    /** @param colour index into {@link Palette} */
    public Curve(String name, Style style, int colour) {
        this(name, "", style, colour);
    }

    /** @param group curves of one group are drawn together */
    public Curve(String name, String group, Style style, int colour) {
        this.name = name;
        this.group = group;
        this.style = style;
        this.colour = colour;
    }

    public String name() {
        return name;
    }

    public String group() {
        return group;
    }

    public Style style() {
        return style;
    }

    public int colour() {
        return colour;
    }

    public Series series() {
        return series;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }

    public boolean isVisible() {
        return visible.get();
    }

    /** How many x make an epoch; 1 while that is not known. */
    double stepsPerEpoch() {
        return stepsPerEpoch;
    }

    public void setStepsPerEpoch(double steps) {
        stepsPerEpoch = steps > 0 ? steps : 1;
    }

    /** X of the last point, NaN if there is none. */
    double lastX(Along along) {
        return series.size() == 0 ? Double.NaN : along.x(this, series.size() - 1);
    }

    /** Index of the point whose x is nearest, -1 if there is none. */
    int nearest(Along along, double at) {
        int low = 0;
        int high = series.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (along.x(this, middle) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean beforeIsNearer = low > 0 && at - along.x(this, low - 1) <= along.x(this, low) - at;
        return beforeIsNearer ? low - 1 : Math.min(low, series.size() - 1);
    }
}

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
    private final Style style;
    private final int colour;
    private final Series series = new Series();
    private final BooleanProperty visible = new SimpleBooleanProperty(true);

    /** @param colour index into {@link Palette} */
    public Curve(String name, Style style, int colour) {
        this.name = name;
        this.style = style;
        this.colour = colour;
    }

    public String name() {
        return name;
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
}

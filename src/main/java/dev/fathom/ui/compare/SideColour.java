package dev.fathom.ui.compare;

import dev.fathom.ui.plot.Palette;
import javafx.scene.paint.Color;

/** The colour of a prediction in charts. */
final class SideColour {
    private static final double AREA = 0.22;

    private SideColour() {}

    static Color of(Side side) {
        return Palette.colour(side.ordinal());
    }

    /** For areas that others lie upon. */
    static Color area(Side side) {
        return of(side).deriveColor(0, 1, 1, AREA);
    }

    /** As CSS. */
    static String css(Side side) {
        Color c = of(side);
        return String.format(
                "#%02x%02x%02x",
                Math.round(255 * c.getRed()), Math.round(255 * c.getGreen()), Math.round(255 * c.getBlue()));
    }
}

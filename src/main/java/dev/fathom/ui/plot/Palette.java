package dev.fathom.ui.plot;

import javafx.scene.paint.Color;

/** Line colours that stay apart for colour-blind eyes and read on light and dark ground. */
public final class Palette {
    private static final Color[] COLOURS = {
        Color.web("#3b82f6"),
        Color.web("#ea7a2b"),
        Color.web("#2fa57c"),
        Color.web("#a568e0"),
        Color.web("#d9488b"),
        Color.web("#b08912"),
        Color.web("#2596a8")
    };

    private Palette() {}

    /** A colour by index, repeating after the last. */
    public static Color colour(int index) {
        return COLOURS[Math.floorMod(index, COLOURS.length)];
    }
}

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
        Color.web("#2596a8"),
        Color.web("#c2410c"),
        Color.web("#6d9a1f"),
        Color.web("#8b7cf6"),
        Color.web("#e0526b"),
        Color.web("#7d8590"),
        Color.web("#4d8f8b"),
        Color.web("#9a6b3f")
    };

    private Palette() {}

    /** A colour by index, repeating after the last. */
    public static Color colour(int index) {
        return COLOURS[Math.floorMod(index, COLOURS.length)];
    }
}

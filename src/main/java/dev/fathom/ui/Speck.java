package dev.fathom.ui;

import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * One pixel of nothing that keeps pulses short. JavaFX (21) paints the whole window anew in a pulse in which something is
 * marked as changed, but nothing that can be seen: a hidden control, or styles that the layout left to be looked at. One
 * visible thing that changes, too, is enough for it to paint only what changed. So this one does whenever something was
 * laid out.
 */
final class Speck extends Region {
    /** What a layout leaves to be done is done in the next pulses. */
    private static final int PULSES = 4;

    private int left;

    private Speck() {
        setManaged(false);
        setMouseTransparent(true);
        resize(1, 1);
    }

    /** The speck of a scene, to be added to the end of its root. */
    static Speck of(Scene scene) {
        Speck speck = new Speck();
        scene.addPreLayoutPulseListener(() -> speck.pulse(scene.getRoot().isNeedsLayout()));
        return speck;
    }

    private void pulse(boolean layout) {
        if (layout) {
            left = PULSES;
        }
        if (left > 0) {
            left--;
            setOpacity(getOpacity() == 1 ? 0.5 : 1);
        }
    }
}

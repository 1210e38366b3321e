package dev.fathom.ui.base;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** The strip beside what is scrolled, in which the scroll bar comes and goes without moving anything. */
public final class Gutter {
    /** As wide as a scroll bar and a little more. */
    public static final double WIDTH = 12;

    private Gutter() {}

    /** Keeps the strip free at the right of the content, which must fit to the pane's width. */
    public static void keep(ScrollPane pane, Region content) {
        content.paddingProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new Insets(0, Math.max(0, WIDTH - bar(pane)), 0, 0),
                        pane.widthProperty(),
                        pane.viewportBoundsProperty()));
    }

    /** What the bar takes at present. */
    private static double bar(ScrollPane pane) {
        double seen = pane.getViewportBounds().getWidth();
        return seen == 0 ? 0 : pane.getWidth() - seen;
    }
}

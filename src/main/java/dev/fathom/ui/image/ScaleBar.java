package dev.fathom.ui.image;

import dev.fathom.core.ColorMap;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Axis;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A colour bar with the metres that its colours stand for. */
public final class ScaleBar extends Region {
    private static final double BAR = 12;
    private static final double GAP = 3;
    private static final double TICK_ROOM = 56;
    private static final double HEIGHT = 34;

    private final ColourBar bar = new ColourBar();
    private final List<Label> ticks = new ArrayList<>();
    private Axis axis = new Axis(0, 1, false);
    private boolean signed;

    public ScaleBar() {
        getStyleClass().add("scale-bar");
        getChildren().add(bar);
        setMinSize(120, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        widthProperty().addListener(change -> label());
    }

    /** @param from metres at the start of the map, below {@code to} */
    public void show(ColorMap map, double from, double to) {
        bar.show(map);
        axis = new Axis(from, to, false);
        signed = from < 0;
        label();
    }

    private void label() {
        getChildren().removeAll(ticks);
        ticks.clear();
        for (double metres : axis.ticks((int) Math.max(2, getWidth() / TICK_ROOM))) {
            Label tick = new Label((signed && metres > 0 ? "+" : "") + Numbers.compact(metres));
            tick.getStyleClass().add("scale-tick");
            tick.setUserData(axis.place(metres));
            ticks.add(tick);
        }
        getChildren().addAll(ticks);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, GAP, getWidth(), BAR);
        for (Label tick : ticks) {
            double width = tick.prefWidth(-1);
            double middle = (double) tick.getUserData() * getWidth();
            double x = Math.max(0, Math.min(getWidth() - width, middle - width / 2));
            tick.resizeRelocate(x, GAP + BAR + 1, width, tick.prefHeight(-1));
        }
    }
}

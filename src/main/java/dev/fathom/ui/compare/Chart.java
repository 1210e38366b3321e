package dev.fathom.ui.compare;

import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Axis;
import dev.fathom.ui.plot.Plot;
import dev.fathom.ui.plot.PlotRegion;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/** A small chart: axes in the theme's colours, drawn at most once a pulse. */
abstract class Chart extends PlotRegion {
    private static final double LEFT = 40;
    private static final double RIGHT = 10;
    private static final double TOP = 6;
    private static final double BOTTOM = 20;
    private static final double TICK_GAP_X = 52;
    private static final double TICK_GAP_Y = 30;
    private static final Font SMALL = Font.font(11);

    Chart() {
        super("chart-canvas");
        setMinSize(160, 90);
        setPrefSize(260, 130);
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < LEFT + RIGHT + 2 || getHeight() < TOP + BOTTOM + 2) {
            return;
        }
        GraphicsContext g = blank();
        g.setFont(SMALL);
        draw(g, new Plot(LEFT, TOP, Math.floor(getWidth() - LEFT - RIGHT), Math.floor(getHeight() - TOP - BOTTOM)));
    }

    /** Draws everything. */
    abstract void draw(GraphicsContext g, Plot plot);

    void drawAxes(GraphicsContext g, Plot plot, Axis x, Axis y, DoubleFunction<String> yText) {
        useColours(g);
        drawRows(g, plot, y, (int) Math.max(2, plot.height() / TICK_GAP_Y), 5, yText);
        drawColumns(g, plot, x, x.ticks((int) Math.max(2, plot.width() / TICK_GAP_X)), 5, Numbers::compact);
    }
}

package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** Bars over their axis, with named vertical marks. */
public final class HistogramCanvas extends PlotRegion {
    private static final double LEFT = 12;
    private static final double TOP = 22;
    private static final double BOTTOM = 38;
    private static final double TICK_GAP = 80;

    private final String xName;
    private Histogram histogram = Histogram.of(List.of());
    private Map<String, Double> marks = Map.of();

    public HistogramCanvas(String xName) {
        super("curve-canvas");
        this.xName = xName;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 110);
        setPrefSize(360, 180);
    }

    /** Shows other values, with places to mark by name. */
    public void show(Histogram values, Map<String, Double> named) {
        histogram = values;
        marks = new TreeMap<>(named);
        setAccessibleText("Histogram of " + xName + " from " + Numbers.compact(values.low()) + " to "
                + Numbers.compact(values.high()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        GraphicsContext g = blank();
        Plot plot = new Plot(LEFT, TOP, getWidth() - 2 * LEFT, getHeight() - TOP - BOTTOM);
        if (plot.width() < 2 || plot.height() < 2 || histogram.counts().isEmpty()) {
            return;
        }
        Axis x = new Axis(histogram.low(), histogram.high(), histogram.logarithmic());
        drawBars(g, plot);
        drawAxis(g, plot, x);
        drawMarks(g, plot, x);
    }

    private void drawBars(GraphicsContext g, Plot plot) {
        int bins = histogram.counts().size();
        g.setFill(Palette.colour(0));
        for (int i = 0; i < bins; i++) {
            double left = plot.x(i / (double) bins);
            double height = plot.height() * histogram.counts().get(i) / histogram.highest();
            g.fillRect(left + 0.5, plot.top() + plot.height() - height, Math.max(1, plot.width() / bins - 1), height);
        }
    }

    private void drawAxis(GraphicsContext g, Plot plot, Axis x) {
        double bottom = Math.round(plot.top() + plot.height()) + 0.5;
        useColours(g);
        g.strokeLine(plot.left(), bottom, plot.left() + plot.width(), bottom);
        drawColumns(g, plot, x, x.ticks((int) Math.max(2, plot.width() / TICK_GAP)), 4, Numbers::compact);
        g.fillText(xName, plot.left() + plot.width() / 2, bottom + 20);
    }

    private void drawMarks(GraphicsContext g, Plot plot, Axis x) {
        g.setTextBaseline(VPos.BOTTOM);
        g.setFill(textColour());
        g.setStroke(Palette.colour(1));
        double free = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> mark :
                marks.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            double px = Math.round(plot.x(x.place(mark.getValue()))) + 0.5;
            g.strokeLine(px, plot.top(), px, plot.top() + plot.height());
            double half = 4.2 * mark.getKey().length();
            double at = Math.min(Math.max(px, plot.left() + half), plot.left() + plot.width() - half);
            if (at - half > free) {
                g.fillText(mark.getKey(), at, plot.top() - 4);
                free = at + half + 4;
            }
        }
    }
}

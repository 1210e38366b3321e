package dev.fathom.ui.compare;

import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Axis;
import dev.fathom.ui.plot.Plot;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** The absolute error against depth: the median as a line, for run A the band from the 10th to the 90th percentile. */
final class ErrorByDepth extends Chart {
    private Statistics statistics;

    /** @param now null if there is nothing to show */
    void show(Statistics now) {
        statistics = now;
        requestLayout();
    }

    @Override
    void draw(GraphicsContext g, Plot plot) {
        if (statistics == null || statistics.isEmpty()) {
            say(g, plot, "Needs a prediction and ground truth");
            return;
        }
        double highest = statistics.bySide().values().stream()
                .flatMap(one -> one.bands().stream())
                .mapToDouble(ErrorStatistics.Band::high)
                .max()
                .orElse(1);
        Axis x = new Axis(statistics.near(), statistics.far(), false);
        Axis y = new Axis(0, Math.max(1e-3, highest * 1.05), false);
        drawAxes(g, plot, x, y, Numbers::compact);
        statistics.bySide().forEach((side, one) -> {
            if (side == Side.A) {
                drawSpread(g, plot, x, y, one.bands());
            }
            drawMedian(g, plot, x, y, side, one.bands());
        });
    }

    private static void drawSpread(GraphicsContext g, Plot plot, Axis x, Axis y, List<ErrorStatistics.Band> bands) {
        g.setFill(SideColour.area(Side.A));
        for (ErrorStatistics.Band band : bands) {
            double left = plot.x(x.place(band.near()));
            double top = plot.yInside(y.place(band.high()));
            g.fillRect(left, top, plot.x(x.place(band.far())) - left, plot.yInside(y.place(band.low())) - top);
        }
    }

    private static void drawMedian(
            GraphicsContext g, Plot plot, Axis x, Axis y, Side side, List<ErrorStatistics.Band> bands) {
        double[] px = new double[bands.size()];
        double[] py = new double[bands.size()];
        g.setFill(SideColour.of(side));
        for (int i = 0; i < px.length; i++) {
            px[i] = plot.x(x.place((bands.get(i).near() + bands.get(i).far()) / 2));
            py[i] = plot.yInside(y.place(bands.get(i).median()));
            g.fillOval(px[i] - 2, py[i] - 2, 4, 4);
        }
        g.setStroke(SideColour.of(side));
        g.setLineWidth(1.5);
        g.strokePolyline(px, py, px.length);
    }
}

package dev.fathom.ui.compare;

import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Axis;
import dev.fathom.ui.plot.Plot;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;

/** How often each error occurs: run A as bars, the others as steps. */
final class ErrorHistogram extends Chart {
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
        double most = statistics.bySide().values().iterator().next().most();
        double highest = statistics.bySide().values().stream()
                .flatMapToDouble(one -> Arrays.stream(one.histogram()))
                .max()
                .orElse(1);
        Axis x = new Axis(-most, most, false);
        Axis y = new Axis(0, Math.max(1e-6, highest * 1.05), false);
        drawAxes(g, plot, x, y, share -> String.format(Locale.ROOT, "%s %%", Numbers.compact(100 * share)));
        statistics.bySide().forEach((side, one) -> drawOne(g, plot, y, side, one.histogram()));
    }

    private static void drawOne(GraphicsContext g, Plot plot, Axis y, Side side, double[] shares) {
        g.setFill(SideColour.area(side));
        g.setStroke(SideColour.of(side));
        g.setLineWidth(1.5);
        double width = plot.width() / shares.length;
        double bottom = plot.top() + plot.height();
        double before = bottom;
        for (int i = 0; i < shares.length; i++) {
            double left = plot.left() + i * width;
            double top = plot.yInside(y.place(shares[i]));
            if (side == Side.A) {
                g.fillRect(left, top, width, bottom - top);
            }
            g.strokeLine(left, before, left, top);
            g.strokeLine(left, top, left + width, top);
            before = top;
        }
    }
}

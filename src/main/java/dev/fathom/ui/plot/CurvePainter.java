package dev.fathom.ui.plot;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/** Draws curves between two axes. */
record CurvePainter(GraphicsContext g, Plot plot, Along along, Axis x, Axis y) {
    private static final double FAINT = 0.28;
    private static final double DOT = 6;
    private static final double CLOSEST_DOTS = 5;

    /** The scatter behind the line: a band from minimum to maximum, or the points joined while they are few. */
    void drawSpread(Curve curve, Columns columns) {
        if (curve.style() != Curve.Style.BAND) {
            return;
        }
        Color faint = Palette.colour(curve.colour()).deriveColor(0, 1, 1, FAINT);
        if (curve.series().size() < columns.min.length) {
            joinPoints(curve, faint);
        } else {
            fillBand(columns, faint);
        }
    }

    /** Rectangles of whole pixels, because stroked lines cost the software renderer many times as much. */
    private void fillBand(Columns columns, Color colour) {
        g.setFill(colour);
        for (int c = 0; c < columns.min.length; c++) {
            if (columns.max[c] > columns.min[c]) {
                double high = Math.floor(plot.yInside(y.place(columns.max[c])));
                double low = Math.ceil(plot.yInside(y.place(columns.min[c])));
                g.fillRect(plot.left() + c, high, 1, Math.max(1, low - high));
            }
        }
    }

    private void joinPoints(Curve curve, Color colour) {
        Series series = curve.series();
        double[] px = new double[series.size()];
        double[] py = new double[series.size()];
        int n = 0;
        for (int i = 0; i < px.length; i++) {
            double place = y.place(series.y(i));
            if (Double.isFinite(place)) {
                px[n] = plot.x(x.place(along.x(curve, i)));
                py[n++] = plot.y(place);
            }
        }
        g.setStroke(colour);
        g.setLineWidth(1);
        g.strokePolyline(px, py, n);
    }

    /** The average, or the points themselves where they are few and exact. */
    void drawLine(Curve curve, Columns columns) {
        double[] px = new double[columns.line.length];
        double[] py = new double[columns.line.length];
        int n = 0;
        for (int c = 0; c < columns.line.length; c++) {
            double place = y.place(columns.line[c]);
            if (Double.isFinite(place)) {
                px[n] = plot.left() + c;
                py[n++] = plot.y(place);
            }
        }
        Color colour = Palette.colour(curve.colour());
        g.setStroke(colour);
        g.setLineWidth(2);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.strokePolyline(px, py, n);
        boolean dotted = n == 1 || curve.style() == Curve.Style.DOTS && n * CLOSEST_DOTS < plot.width();
        g.setFill(colour);
        for (int i = 0; dotted && i < n; i++) {
            g.fillOval(px[i] - DOT / 2, py[i] - DOT / 2, DOT, DOT);
        }
    }
}

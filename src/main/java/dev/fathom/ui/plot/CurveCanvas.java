package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws {@link Curves}: band and line of each visible curve, axes, and the values under the pointer. Redraws when
 * something has changed and then once a pulse, however many points have come.
 */
public final class CurveCanvas extends PlotRegion {
    private static final double LEFT = 48;
    private static final double RIGHT = 22;
    private static final double TOP = 8;
    private static final double BOTTOM = 24;
    private static final double TICK_GAP_X = 90;
    private static final double TICK_GAP_Y = 48;
    private static final double FEWEST_TICKS = 3;

    private final HoverLayer hover;
    private final Curves curves;
    private String emptyText = "No steps yet";
    private boolean dirty = true;

    /** A plot over the steps, epochs or minutes of a training. */
    public CurveCanvas(Curves curves) {
        this(curves, x -> curves.alongProperty().get().name(x));
    }

    /** @param xName how the tooltip writes a place on the x axis, for example "step 1,204" */
    public CurveCanvas(Curves curves, DoubleFunction<String> xName) {
        super("curve-canvas");
        this.curves = curves;
        this.hover = new HoverLayer(xName);
        getChildren().add(hover);
        setMinSize(200, 80);
        setPrefSize(600, 320);
        curves.revisionProperty().addListener(change -> invalidate());
    }

    /** What stands there while there is no curve. */
    public void setEmptyText(String text) {
        emptyText = text;
        invalidate();
    }

    @Override
    protected void invalidate() {
        dirty = true;
        super.invalidate();
    }

    @Override
    protected void layoutChildren() {
        if (!dirty || getWidth() < LEFT + RIGHT + 2 || getHeight() < TOP + BOTTOM + 2) {
            return;
        }
        dirty = false;
        hover.resizeRelocate(0, 0, getWidth(), getHeight());
        draw(blank());
    }

    private void draw(GraphicsContext g) {
        Plot plot = new Plot(LEFT, TOP, Math.floor(getWidth() - LEFT - RIGHT), Math.floor(getHeight() - TOP - BOTTOM));
        Along along = curves.alongProperty().get();
        List<Curve> visible = curves.drawn();
        Axis x = xAxis(visible, along);
        List<Columns> columns = new ArrayList<>();
        for (Curve curve : visible) {
            columns.add(Columns.of(curve, along, x.low(), x.high(), (int) plot.width() + 1, window(curve)));
        }
        Axis y = PlotRange.of(columns, curves.logarithmicProperty().get());
        drawAxes(g, plot, along, x, y);
        if (visible.isEmpty()) {
            say(g, plot, curves.ofGroup().isEmpty() ? emptyText : "All curves are hidden");
        }
        g.save();
        g.beginPath();
        g.rect(plot.left(), plot.top(), plot.width() + 1, plot.height());
        g.clip();
        CurvePainter painter = new CurvePainter(g, plot, along, x, y);
        for (int i = 0; i < visible.size(); i++) {
            painter.drawSpread(visible.get(i), columns.get(i));
        }
        for (int i = 0; i < visible.size(); i++) {
            painter.drawLine(visible.get(i), columns.get(i));
        }
        g.restore();
        hover.show(plot, along, x, visible);
    }

    private int window(Curve curve) {
        return curve.style() == Curve.Style.BAND ? curves.window() : 0;
    }

    private static Axis xAxis(List<Curve> visible, Along along) {
        return along.axisTo(
                visible.stream().mapToDouble(c -> c.lastX(along)).max().orElse(1));
    }

    private void drawAxes(GraphicsContext g, Plot plot, Along along, Axis x, Axis y) {
        useColours(g);
        drawRows(g, plot, y, (int) Math.max(FEWEST_TICKS, plot.height() / TICK_GAP_Y), 8, Numbers::compact);
        drawColumns(g, plot, x, along.ticks(x, (int) (plot.width() / TICK_GAP_X)), 8, Numbers::compact);
    }
}

package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws {@link Curves}: band and line of each visible curve, axes, and the values under the pointer. Redraws when
 * something has changed and then once a pulse, however many points have come.
 */
public final class CurveCanvas extends Region {
    private static final double LEFT = 48;
    private static final double RIGHT = 22;
    private static final double TOP = 8;
    private static final double BOTTOM = 24;
    private static final double TICK_GAP_X = 90;
    private static final double TICK_GAP_Y = 48;
    private static final double FEWEST_TICKS = 3;
    private static final StyleablePropertyFactory<CurveCanvas> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> grid =
            CSS.createStyleableColorProperty(this, "grid", "-plot-grid", canvas -> canvas.grid, Color.LIGHTGRAY, false);
    private final StyleableProperty<Color> text =
            CSS.createStyleableColorProperty(this, "text", "-plot-text", canvas -> canvas.text, Color.GRAY, false);

    private final Canvas canvas = new Canvas();
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
        this.curves = curves;
        this.hover = new HoverLayer(xName);
        getStyleClass().add("curve-canvas");
        getChildren().addAll(canvas, hover);
        setMinSize(200, 80);
        setPrefSize(600, 320);
        curves.revisionProperty().addListener(change -> invalidate());
        widthProperty().addListener(change -> invalidate());
        heightProperty().addListener(change -> invalidate());
        ((javafx.beans.Observable) grid).addListener(change -> invalidate());
        ((javafx.beans.Observable) text).addListener(change -> invalidate());
    }

    /** What stands there while there is no curve. */
    public void setEmptyText(String text) {
        emptyText = text;
        invalidate();
    }

    private void invalidate() {
        dirty = true;
        requestLayout();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        if (!dirty || getWidth() < LEFT + RIGHT + 2 || getHeight() < TOP + BOTTOM + 2) {
            return;
        }
        dirty = false;
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        hover.resizeRelocate(0, 0, getWidth(), getHeight());
        draw(canvas.getGraphicsContext2D());
    }

    private void draw(GraphicsContext g) {
        g.clearRect(0, 0, getWidth(), getHeight());
        Plot plot = new Plot(LEFT, TOP, Math.floor(getWidth() - LEFT - RIGHT), Math.floor(getHeight() - TOP - BOTTOM));
        Along along = curves.alongProperty().get();
        List<Curve> visible = curves.drawn();
        Axis x = xAxis(visible, along);
        List<Columns> columns = new ArrayList<>();
        for (Curve curve : visible) {
            columns.add(Columns.of(curve, along, x.low(), x.high(), (int) plot.width() + 1, window(curve)));
        }
        Axis y = PlotRange.of(columns, curves.logarithmicProperty().get());
        drawAxes(g, plot, x, y);
        if (visible.isEmpty()) {
            g.setTextBaseline(VPos.CENTER);
            g.fillText(
                    curves.ofGroup().isEmpty() ? emptyText : "All curves are hidden",
                    plot.left() + plot.width() / 2,
                    plot.top() + plot.height() / 2);
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
        double high = visible.stream().mapToDouble(c -> c.lastX(along)).max().orElse(1);
        return new Axis(0, Math.max(along == Along.STEP ? 1 : 1e-3, high), false);
    }

    private void drawAxes(GraphicsContext g, Plot plot, Axis x, Axis y) {
        g.setLineWidth(1);
        g.setStroke(grid.getValue());
        g.setFill(text.getValue());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double tick : y.ticks((int) Math.max(FEWEST_TICKS, plot.height() / TICK_GAP_Y))) {
            double py = Math.round(plot.y(y.place(tick))) + 0.5;
            g.strokeLine(plot.left(), py, plot.left() + plot.width(), py);
            g.fillText(Numbers.compact(tick), plot.left() - 8, py);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (double tick : x.ticks((int) (plot.width() / TICK_GAP_X))) {
            g.fillText(Numbers.compact(tick), plot.x(x.place(tick)), plot.top() + plot.height() + 8);
        }
    }
}

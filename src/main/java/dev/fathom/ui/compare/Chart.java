package dev.fathom.ui.compare;

import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Axis;
import dev.fathom.ui.plot.Plot;
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
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A small chart: axes in the theme's colours, drawn at most once a pulse. */
abstract class Chart extends Region {
    private static final double LEFT = 40;
    private static final double RIGHT = 10;
    private static final double TOP = 6;
    private static final double BOTTOM = 20;
    private static final double TICK_GAP_X = 52;
    private static final double TICK_GAP_Y = 30;
    private static final Font SMALL = Font.font(11);
    private static final StyleablePropertyFactory<Chart> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> grid =
            CSS.createStyleableColorProperty(this, "grid", "-plot-grid", chart -> chart.grid, Color.LIGHTGRAY, false);
    private final StyleableProperty<Color> text =
            CSS.createStyleableColorProperty(this, "text", "-plot-text", chart -> chart.text, Color.GRAY, false);
    private final Canvas canvas = new Canvas();

    Chart() {
        getStyleClass().add("chart-canvas");
        getChildren().add(canvas);
        setMinSize(160, 90);
        setPrefSize(260, 130);
        ((javafx.beans.Observable) grid).addListener(change -> requestLayout());
        ((javafx.beans.Observable) text).addListener(change -> requestLayout());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < LEFT + RIGHT + 2 || getHeight() < TOP + BOTTOM + 2) {
            return;
        }
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setFont(SMALL);
        draw(g, new Plot(LEFT, TOP, Math.floor(getWidth() - LEFT - RIGHT), Math.floor(getHeight() - TOP - BOTTOM)));
    }

    /** Draws everything. */
    abstract void draw(GraphicsContext g, Plot plot);

    void drawAxes(GraphicsContext g, Plot plot, Axis x, Axis y, DoubleFunction<String> yText) {
        g.setLineWidth(1);
        g.setStroke(grid.getValue());
        g.setFill(text.getValue());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double tick : y.ticks((int) Math.max(2, plot.height() / TICK_GAP_Y))) {
            double py = Math.round(plot.y(y.place(tick))) + 0.5;
            g.strokeLine(plot.left(), py, plot.left() + plot.width(), py);
            g.fillText(yText.apply(tick), plot.left() - 5, py);
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (double tick : x.ticks((int) Math.max(2, plot.width() / TICK_GAP_X))) {
            g.fillText(Numbers.compact(tick), plot.x(x.place(tick)), plot.top() + plot.height() + 5);
        }
    }

    void say(GraphicsContext g, Plot plot, String sentence) {
        g.setFill(text.getValue());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(sentence, plot.left() + plot.width() / 2, plot.top() + plot.height() / 2);
    }
}

package dev.fathom.ui.plot;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.Observable;
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

/** What all plots share: a canvas as large as the region, the theme's colours for lines and text, and ticks. */
public abstract class PlotRegion extends Region {
    private static final StyleablePropertyFactory<PlotRegion> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> grid =
            CSS.createStyleableColorProperty(this, "grid", "-plot-grid", plot -> plot.grid, Color.LIGHTGRAY, false);
    private final StyleableProperty<Color> text =
            CSS.createStyleableColorProperty(this, "text", "-plot-text", plot -> plot.text, Color.GRAY, false);
    private final Canvas canvas = new Canvas();

    protected PlotRegion(String styleClass) {
        getStyleClass().add(styleClass);
        getChildren().add(canvas);
        for (Observable cause : List.of(widthProperty(), heightProperty(), (Observable) grid, (Observable) text)) {
            cause.addListener(change -> invalidate());
        }
    }

    /** Something that is drawn has changed. */
    protected void invalidate() {
        requestLayout();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    /** The canvas in the region's size, with nothing on it. */
    protected final GraphicsContext blank() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        return g;
    }

    /** Sets the theme's colours for thin lines and for text. */
    protected final void useColours(GraphicsContext g) {
        g.setLineWidth(1);
        g.setStroke(grid.getValue());
        g.setFill(text.getValue());
    }

    /** The colour of text. */
    protected final Color textColour() {
        return text.getValue();
    }

    /**
     * A line across the plot and a text left of it at each tick; the colours are set.
     *
     * @param gap pixels between text and plot
     */
    protected static void drawRows(
            GraphicsContext g, Plot plot, Axis y, int most, double gap, DoubleFunction<String> name) {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double tick : y.ticks(most)) {
            double py = Math.round(plot.y(y.place(tick))) + 0.5;
            g.strokeLine(plot.left(), py, plot.left() + plot.width(), py);
            g.fillText(name.apply(tick), plot.left() - gap, py);
        }
    }

    /** A text below the plot at each tick; the colours are set. */
    protected static void drawColumns(
            GraphicsContext g, Plot plot, Axis x, List<Double> ticks, double gap, DoubleFunction<String> name) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (double tick : ticks) {
            g.fillText(name.apply(tick), plot.x(x.place(tick)), plot.top() + plot.height() + gap);
        }
    }

    /** A sentence in the middle of a plot that has nothing to show. */
    protected final void say(GraphicsContext g, Plot plot, String sentence) {
        g.setFill(text.getValue());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(sentence, plot.left() + plot.width() / 2, plot.top() + plot.height() / 2);
    }
}

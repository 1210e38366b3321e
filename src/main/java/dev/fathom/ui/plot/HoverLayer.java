package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** Over a {@link CurveCanvas}: a line at the pointer and a card with the value of every visible curve there. */
final class HoverLayer extends Pane {
    private static final double DISTANCE = 14;
    private static final double LONGEST_NAME = 260;

    private final DoubleFunction<String> xName;

    private final Line line = new Line();
    private final VBox card = new VBox(4);
    private Along along = Along.STEP;
    private Plot plot;
    private Axis x;
    private List<Curve> visible = List.of();
    private double pointerX = -1;
    private double pointerY = -1;

    HoverLayer(DoubleFunction<String> xName) {
        this.xName = xName;
        line.getStyleClass().add("hover-line");
        card.getStyleClass().add("hover-card");
        card.setMouseTransparent(true);
        card.setManaged(false);
        line.setMouseTransparent(true);
        getChildren().addAll(line, card);
        setOnMouseMoved(event -> pointAt(event.getX(), event.getY()));
        setOnMouseDragged(event -> pointAt(event.getX(), event.getY()));
        setOnMouseExited(event -> pointAt(-1, -1));
        pointAt(-1, -1);
    }

    /** Takes over what the canvas has just drawn. */
    void show(Plot newPlot, Along newAlong, Axis newX, List<Curve> nowVisible) {
        plot = newPlot;
        along = newAlong;
        x = newX;
        visible = nowVisible;
        pointAt(pointerX, pointerY);
    }

    private void pointAt(double px, double py) {
        pointerX = px;
        pointerY = py;
        boolean inside = plot != null && !visible.isEmpty() && plot.contains(px, py);
        line.setVisible(inside);
        card.setVisible(inside);
        if (inside) {
            fill(x.value((px - plot.left()) / plot.width()));
            place(px, py);
        }
    }

    private void fill(double at) {
        Curve first = visible.get(0);
        double exact = along.x(first, first.nearest(along, at));
        Label title = new Label(xName.apply(exact));
        title.getStyleClass().add("hover-title");
        card.getChildren().setAll(title);
        for (Curve curve : visible) {
            int i = curve.nearest(along, at);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label name = new Label(curve.name());
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMaxWidth(LONGEST_NAME);
            Label value = new Label(Numbers.significant(curve.series().y(i)));
            value.getStyleClass().add("number");
            HBox row = new HBox(8, new Circle(4, Palette.colour(curve.colour())), name, space, value);
            row.getStyleClass().add("hover-row");
            card.getChildren().add(row);
        }
        double px = Math.round(plot.x(x.place(exact))) + 0.5;
        line.setStartX(px);
        line.setEndX(px);
        line.setStartY(plot.top());
        line.setEndY(plot.top() + plot.height());
    }

    private void place(double px, double py) {
        card.applyCss();
        double width = card.prefWidth(-1);
        double height = card.prefHeight(width);
        boolean left = px + DISTANCE + width > getWidth();
        double beside = left ? px - DISTANCE - width : px + DISTANCE;
        double cardX = Math.max(0, Math.min(beside, getWidth() - width));
        double cardY = Math.max(0, Math.min(py, getHeight() - height));
        card.resizeRelocate(Math.rint(cardX), Math.rint(cardY), width, height);
    }
}

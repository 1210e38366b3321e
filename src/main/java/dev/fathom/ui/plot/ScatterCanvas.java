package dev.fathom.ui.plot;

import dev.fathom.ui.base.Numbers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Points over two axes, the lower left the better, with the {@link Front} of each kind as a dashed line. The x axis is
 * logarithmic. The pointer reads the nearest point, a click does what the point is for.
 */
public final class ScatterCanvas extends PlotRegion {
    private static final double LEFT = 66;
    private static final double RIGHT = 22;
    private static final double TOP = 12;
    private static final double BOTTOM = 42;
    private static final double TICK_GAP_Y = 48;
    private static final int TICKS_X = 12;
    private static final double RADIUS = 5;
    private static final double REACH = 14;
    private static final double CARD_GAP = 14;

    private final String xName;
    private final String yName;
    private final String nothing;
    private final VBox card = new VBox(4);
    private List<Dot> dots = List.of();
    private Plot plot;
    private Axis x;
    private Axis y;

    /** @param nothing what is written where there are no points */
    public ScatterCanvas(String xName, String yName, String nothing) {
        super("curve-canvas");
        this.xName = xName;
        this.yName = yName;
        this.nothing = nothing;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        card.getStyleClass().add("hover-card");
        card.setMouseTransparent(true);
        card.setManaged(false);
        card.setVisible(false);
        getChildren().add(card);
        setMinSize(200, 120);
        setPrefSize(600, 320);
        setOnMouseMoved(event -> pointAt(event.getX(), event.getY()));
        setOnMouseExited(event -> pointAt(-1, -1));
        setOnMouseClicked(
                event -> at(event.getX(), event.getY()).map(Dot::action).ifPresent(Runnable::run));
    }

    /** Shows other points. */
    public void show(List<Dot> points) {
        dots = points.stream()
                .filter(dot -> dot.x() > 0 && Double.isFinite(dot.x()) && Double.isFinite(dot.y()))
                .toList();
        setAccessibleText(yName + " against " + xName + ", " + dots.size() + " points");
        pointAt(-1, -1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() < LEFT + RIGHT + 2 || getHeight() < TOP + BOTTOM + 2) {
            return;
        }
        GraphicsContext g = blank();
        plot = new Plot(LEFT, TOP, Math.floor(getWidth() - LEFT - RIGHT), Math.floor(getHeight() - TOP - BOTTOM));
        x = axis(dots.stream().mapToDouble(Dot::x).toArray(), true);
        y = axis(dots.stream().mapToDouble(Dot::y).toArray(), false);
        drawAxes(g);
        if (dots.isEmpty()) {
            say(g, plot, nothing);
        }
        FreeRoom room = new FreeRoom(new Rectangle2D(LEFT, 0, getWidth() - LEFT, TOP + plot.height()));
        Front.of(dots).forEach(front -> drawFront(g, room, front));
        dots.forEach(dot -> draw(g, dot));
        drawNames(g, room);
    }

    private static Axis axis(double[] values, boolean logarithmic) {
        if (values.length == 0) {
            return new Axis(logarithmic ? 1 : 0, logarithmic ? 100 : 1, logarithmic);
        }
        double low = Arrays.stream(values).min().getAsDouble();
        double high = Arrays.stream(values).max().getAsDouble();
        return logarithmic ? new Axis(low / 1.4, high * 1.8, true) : Axis.around(low, high, false);
    }

    private void drawAxes(GraphicsContext g) {
        useColours(g);
        drawRows(g, plot, y, (int) Math.max(3, plot.height() / TICK_GAP_Y), 8, Numbers::compact);
        for (double tick : x.ticks(TICKS_X)) {
            double px = Math.round(plot.x(x.place(tick))) + 0.5;
            g.strokeLine(px, plot.top(), px, plot.top() + plot.height());
        }
        drawColumns(g, plot, x, x.ticks(TICKS_X), 6, Numbers::compact);
        g.fillText(xName, plot.left() + plot.width() / 2, plot.top() + plot.height() + 24);
        g.save();
        g.translate(10, plot.top() + plot.height() / 2);
        g.rotate(-90);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(yName, 0, 0);
        g.restore();
    }

    /** Steps through the points that no other of their kind beats. */
    private void drawFront(GraphicsContext g, FreeRoom room, Front front) {
        g.setStroke(Palette.colour(front.colour()));
        g.setLineDashes(5, 4);
        for (int i = 1; i < front.dots().size(); i++) {
            Dot left = front.dots().get(i - 1);
            Dot right = front.dots().get(i);
            step(g, room, px(left), py(left), px(right), py(left));
            step(g, room, px(right), py(left), px(right), py(right));
        }
        g.setLineDashes();
    }

    private static void step(GraphicsContext g, FreeRoom room, double x1, double y1, double x2, double y2) {
        g.strokeLine(x1, y1, x2, y2);
        room.takeLine(x1, y1, x2, y2);
    }

    private void draw(GraphicsContext g, Dot dot) {
        Color colour = Palette.colour(dot.colour());
        double left = px(dot) - RADIUS;
        double top = py(dot) - RADIUS;
        if (dot.reference()) {
            g.setLineWidth(1.6);
            g.setStroke(colour);
            g.strokeOval(left, top, 2 * RADIUS, 2 * RADIUS);
        } else {
            g.setFill(colour);
            g.fillOval(left, top, 2 * RADIUS, 2 * RADIUS);
        }
    }

    private void drawNames(GraphicsContext g, FreeRoom room) {
        g.setFill(textColour());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        dots.forEach(dot -> room.takePoint(px(dot), py(dot), RADIUS));
        for (DotNames.Placed name : DotNames.place(dots, RADIUS, this::pixel, text -> width(g, text), room)) {
            Rectangle2D box = name.box();
            g.fillText(name.text(), box.getMinX(), box.getMinY() + box.getHeight() / 2);
            if (name.leader() != null) {
                FreeRoom.Leader line = name.leader();
                g.setStroke(Palette.colour(name.dot().colour()));
                g.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
            }
        }
    }

    private static double width(GraphicsContext g, String text) {
        Text measured = new Text(text);
        measured.setFont(g.getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private Point2D pixel(Dot dot) {
        return new Point2D(px(dot), py(dot));
    }

    private double px(Dot dot) {
        return plot.x(x.place(dot.x()));
    }

    private double py(Dot dot) {
        return plot.y(y.place(dot.y()));
    }

    private Optional<Dot> at(double mouseX, double mouseY) {
        return plot == null
                ? Optional.empty()
                : dots.stream()
                        .filter(dot -> Math.hypot(px(dot) - mouseX, py(dot) - mouseY) <= REACH)
                        .min(Comparator.comparingDouble(dot -> Math.hypot(px(dot) - mouseX, py(dot) - mouseY)));
    }

    private void pointAt(double mouseX, double mouseY) {
        Optional<Dot> found = at(mouseX, mouseY);
        card.setVisible(found.isPresent());
        setCursor(found.map(Dot::action).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        found.ifPresent(dot -> {
            Label title = new Label(dot.name());
            title.getStyleClass().add("hover-title");
            card.getChildren().setAll(title);
            dot.lines().forEach(line -> card.getChildren().add(new Label(line)));
            card.applyCss();
            double width = card.prefWidth(-1);
            double height = card.prefHeight(width);
            boolean left = mouseX + CARD_GAP + width > getWidth();
            card.resizeRelocate(
                    Math.rint(left ? mouseX - CARD_GAP - width : mouseX + CARD_GAP),
                    Math.rint(Math.max(0, Math.min(mouseY, getHeight() - height))),
                    width,
                    height);
        });
    }
}

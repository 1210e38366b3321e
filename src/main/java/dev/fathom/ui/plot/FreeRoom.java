package dev.fathom.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/** Finds room for names beside points, so that none lies over a line, a point or another name. */
final class FreeRoom {
    private static final double GAP = 4;

    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param area which names do not leave */
    FreeRoom(Rectangle2D area) {
        this.area = area;
    }

    /** Keeps names off a round point. */
    void takePoint(double x, double y, double radius) {
        taken.add(new Rectangle2D(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Keeps names off a horizontal or vertical line. */
    void takeLine(double x1, double y1, double x2, double y2) {
        taken.add(new Rectangle2D(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1) + 1, Math.abs(y2 - y1) + 1));
    }

    /** Takes the best free place for a name beside a point: right of it, else left, above or below; empty if all are taken. */
    Optional<Rectangle2D> takeBeside(double x, double y, double radius, double width, double height) {
        double away = radius + GAP;
        Optional<Rectangle2D> place = Stream.of(
                        at(x + away, y - height / 2, width, height),
                        at(x - away - width, y - height / 2, width, height),
                        at(x - width / 2, y - away - height, width, height),
                        at(x - width / 2, y + away, width, height),
                        at(x + GAP, y - radius - height, width, height),
                        at(x + GAP, y + radius, width, height),
                        at(x - GAP - width, y - radius - height, width, height),
                        at(x - GAP - width, y + radius, width, height))
                .filter(this::isFree)
                .findFirst();
        place.ifPresent(taken::add);
        return place;
    }

    private static Rectangle2D at(double x, double y, double width, double height) {
        return new Rectangle2D(x, y, width, height);
    }

    private boolean isFree(Rectangle2D place) {
        return area.contains(place) && taken.stream().noneMatch(place::intersects);
    }
}

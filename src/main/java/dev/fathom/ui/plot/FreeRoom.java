package dev.fathom.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/** Finds room for names beside points, so that none lies over a line, a point or another name. */
final class FreeRoom {
    private static final double GAP = 4;

    /** How far names stand away that have no room beside their point: more or less right or left, above or below. */
    private static final double[] AWAY = {18, 44, 80};

    private static final int ROWS_AWAY = 12;
    private static final int SAMPLES = 40;

    private final Rectangle2D area;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Rectangle2D> names = new ArrayList<>();
    private final List<Leader> leaders = new ArrayList<>();

    /** A line from the rim of a point to its name. */
    record Leader(double x1, double y1, double x2, double y2) {
        boolean crosses(Rectangle2D box) {
            for (int i = 0; i <= SAMPLES; i++) {
                double share = i / (double) SAMPLES;
                if (box.contains(x1 + share * (x2 - x1), y1 + share * (y2 - y1))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The place of a name and the line to it. */
    record Away(Rectangle2D box, Leader leader) {}

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
        place.ifPresent(this::takeName);
        return place;
    }

    private void takeName(Rectangle2D box) {
        taken.add(box);
        names.add(box);
    }

    /** Takes the nearest free place for a name that a line joins to its point and no other name; empty if there is none. */
    Optional<Away> takeAway(double x, double y, double radius, double width, double height) {
        Optional<Away> place = Arrays.stream(AWAY)
                .boxed()
                .flatMap(away -> IntStream.rangeClosed(1, 2 * ROWS_AWAY)
                        .mapToObj(i -> (i % 2 == 0 ? -1 : 1) * (i / 2) * height)
                        .flatMap(down -> Stream.of(
                                away(x, y, radius, at(x + away, y + down - height / 2, width, height)),
                                away(x, y, radius, at(x - away - width, y + down - height / 2, width, height)))))
                .filter(one -> isFree(one.box()) && names.stream().noneMatch(one.leader()::crosses))
                .findFirst();
        place.ifPresent(one -> {
            takeName(one.box());
            leaders.add(one.leader());
        });
        return place;
    }

    private static Away away(double x, double y, double radius, Rectangle2D box) {
        double endX = box.getMinX() > x ? box.getMinX() - 2 : box.getMaxX() + 2;
        double endY = (box.getMinY() + box.getMaxY()) / 2;
        double share = radius / Math.hypot(endX - x, endY - y);
        return new Away(box, new Leader(x + share * (endX - x), y + share * (endY - y), endX, endY));
    }

    private static Rectangle2D at(double x, double y, double width, double height) {
        return new Rectangle2D(x, y, width, height);
    }

    private boolean isFree(Rectangle2D place) {
        return area.contains(place)
                && taken.stream().noneMatch(place::intersects)
                && leaders.stream().noneMatch(leader -> leader.crosses(place));
    }
}

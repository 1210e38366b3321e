package dev.fathom.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Where the names of points stand. What several points belong to is named once, beside the best of them that has room;
 * what is measured here comes before what others have published.
 */
final class DotNames {
    static final double HEIGHT = 15;

    private static final int LONGEST = 30;

    private DotNames() {}

    /**
     * A name and its place.
     *
     * @param leader from the point to the name where it stands away, or null
     */
    record Placed(Dot dot, String text, Rectangle2D box, FreeRoom.Leader leader) {}

    /**
     * As many names as there is room for.
     *
     * @param at the pixel of a point
     * @param width of a text in pixels
     */
    static List<Placed> place(
            List<Dot> dots, double radius, Function<Dot, Point2D> at, ToDoubleFunction<String> width, FreeRoom room) {
        Map<String, List<Dot>> subjects = new LinkedHashMap<>();
        mostImportantFirst(dots).forEach(dot -> subjects.computeIfAbsent(dot.subject(), subject -> new ArrayList<>())
                .add(dot));
        return subjects.values().stream()
                .flatMap(subject -> {
                    String text = shortened(subject.get(0).name());
                    double wide = width.applyAsDouble(text);
                    return beside(subject, text, radius, at, wide, room)
                            .or(() -> away(subject.get(0), text, radius, at, wide, room))
                            .stream();
                })
                .toList();
    }

    private static Optional<Placed> beside(
            List<Dot> subject, String text, double radius, Function<Dot, Point2D> at, double wide, FreeRoom room) {
        return subject.stream()
                .flatMap(dot -> {
                    Point2D point = at.apply(dot);
                    return room
                            .takeBeside(point.getX(), point.getY(), radius, wide, HEIGHT)
                            .map(box -> new Placed(dot, text, box, null))
                            .stream();
                })
                .findFirst();
    }

    private static Optional<Placed> away(
            Dot dot, String text, double radius, Function<Dot, Point2D> at, double wide, FreeRoom room) {
        Point2D point = at.apply(dot);
        return room.takeAway(point.getX(), point.getY(), radius, wide, HEIGHT)
                .map(place -> new Placed(dot, text, place.box(), place.leader()));
    }

    private static List<Dot> mostImportantFirst(List<Dot> dots) {
        Set<Dot> best = new HashSet<>();
        Front.of(dots).forEach(front -> best.addAll(front.dots()));
        return dots.stream()
                .sorted(Comparator.comparing(Dot::reference)
                        .thenComparing(dot -> !best.contains(dot))
                        .thenComparingDouble(Dot::y)
                        .thenComparingDouble(Dot::x))
                .toList();
    }

    /** Without its middle if it is long: runs of one study differ at the end of their names. */
    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = LONGEST / 2;
        return name.substring(0, LONGEST - end - 1).stripTrailing() + "…"
                + name.substring(name.length() - end).stripLeading();
    }
}

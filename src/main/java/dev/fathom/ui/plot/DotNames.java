package dev.fathom.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/**
 * Where the names of points stand. What several points belong to is named once, at the best of them; what is measured
 * here comes before what others have published.
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
        List<Placed> placed = new ArrayList<>();
        for (Dot dot : named(dots)) {
            String text = shortened(dot.name());
            Point2D point = at.apply(dot);
            double wide = width.applyAsDouble(text);
            Optional<Rectangle2D> beside = room.takeBeside(point.getX(), point.getY(), radius, wide, HEIGHT);
            if (beside.isPresent()) {
                placed.add(new Placed(dot, text, beside.get(), null));
            } else {
                room.takeAway(point.getX(), point.getY(), radius, wide, HEIGHT)
                        .ifPresent(away -> placed.add(new Placed(dot, text, away.box(), away.leader())));
            }
        }
        return placed;
    }

    /** One point of each subject, the most important first. */
    private static List<Dot> named(List<Dot> dots) {
        Set<Dot> best = new HashSet<>();
        Front.of(dots).forEach(front -> best.addAll(front.dots()));
        Set<String> subjects = new HashSet<>();
        return dots.stream()
                .sorted(Comparator.comparing(Dot::reference)
                        .thenComparing(dot -> !best.contains(dot))
                        .thenComparingDouble(Dot::y)
                        .thenComparingDouble(Dot::x))
                .filter(dot -> subjects.add(dot.subject()))
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

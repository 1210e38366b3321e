package dev.fathom.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of one kind that no other of that kind beats in both coordinates (the Pareto front). Kinds are kept apart
 * because what was measured in different places does not rank.
 *
 * @param dots from the left to the right
 */
public record Front(List<Dot> dots) {
    public Front {
        dots = List.copyOf(dots);
    }

    /** The front of each kind. */
    public static List<Front> of(List<Dot> all) {
        Map<Integer, List<Dot>> kinds = new LinkedHashMap<>();
        all.forEach(dot ->
                kinds.computeIfAbsent(dot.colour(), kind -> new ArrayList<>()).add(dot));
        return kinds.values().stream()
                .map(kind -> new Front(kind.stream()
                        .filter(dot -> Dot.isBest(dot, kind))
                        .sorted(Comparator.comparingDouble(Dot::x))
                        .toList()))
                .toList();
    }

    /** True if it is more than one place, so that there is something to join. */
    public boolean isLine() {
        return dots.stream().map(dot -> List.of(dot.x(), dot.y())).distinct().count() > 1;
    }

    /** Its points have the same. */
    int colour() {
        return dots.get(0).colour();
    }
}

package dev.fathom.ui.plot;

import java.util.List;

/**
 * A point of a scatter plot.
 *
 * @param colour index into the {@link Palette}, one for each kind of points
 * @param reference true for what others have published: drawn hollow
 * @param subject what several points may belong to, which is named once
 * @param name beside the point where there is room
 * @param lines what the pointer reads there
 * @param action what a click does, or null
 */
public record Dot(
        double x,
        double y,
        int colour,
        boolean reference,
        String subject,
        String name,
        List<String> lines,
        Runnable action) {
    public Dot {
        lines = List.copyOf(lines);
    }

    /** True if no other is as small in both and smaller in one. */
    static boolean isBest(Dot dot, List<Dot> all) {
        return all.stream()
                .noneMatch(other -> other.x <= dot.x && other.y <= dot.y && (other.x < dot.x || other.y < dot.y));
    }
}

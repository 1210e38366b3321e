package dev.fathom.data.synthetic;

import dev.fathom.data.synthetic.Surface.Finish;

/** The windows of a wall: ledge, frame, bars, and panes that are dark, curtained or shaded by a blind. */
record Glazing(Wall wall, Rgb trim, long seed) {
    private static final double FRAME = 0.06;
    private static final Rgb DARK = Rgb.of(0x20262b);
    private static final Rgb CLOTH = Rgb.of(0xb9b2a4);

    /**
     * A place seen from the lower left corner of an opening.
     *
     * @param x to the right of the corner
     * @param y above it
     * @param column number of the opening along the wall
     * @param storey number of the floor
     */
    record Opening(double x, double y, double width, double height, int column, int storey) {
        /** Distance to the nearest edge, negative outside. */
        double inside() {
            return Math.min(Math.min(x, width - x), Math.min(y, height - y));
        }
    }

    /** The finish in and around an opening; u and v are the place on the wall. */
    Finish at(Opening o, double u, double v, double footprint) {
        double inside = o.inside();
        if (inside < 0) {
            boolean ledge = o.y() < 0 && o.y() > -0.12 && o.x() > -0.1 && o.x() < o.width() + 0.1;
            return ledge ? Finish.matt(trim) : wall.at(u, v, footprint);
        }
        boolean bars = Math.abs(o.x() - o.width() / 2) < FRAME / 2 || Math.abs(o.y() - o.height() * 0.62) < FRAME / 2;
        return inside < FRAME || bars ? Finish.matt(trim.times(0.8)) : pane(o);
    }

    private Finish pane(Opening o) {
        double kind = Noise.hash(seed + 21, o.column(), o.storey());
        boolean curtain = kind > 0.55 && (o.x() < o.width() * 0.28 || o.x() > o.width() * 0.72);
        boolean blind = kind < 0.25 && o.y() > o.height() * (0.2 + 2.4 * kind);
        if (curtain || blind) {
            return new Finish(CLOTH.times(0.55 + 0.4 * kind), 0.12);
        }
        double shade = o.height() - o.y() < 0.22 ? 0.5 : 1;
        return new Finish(DARK.times(shade * (0.7 + 0.8 * kind)), 0.3 * shade);
    }
}

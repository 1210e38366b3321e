package dev.fathom.training.losses;

/**
 * Which triplets span a plane well enough to have a normal: all three points farther away than a least depth; not two
 * sides within about 30 degrees of one line; and not close together along x, y and z at once.
 *
 * @param nearest least depth in metres
 */
record TripletFilter(double nearest) {
    static final TripletFilter LITEDEPTH = new TripletFilter(0.1);
    static final TripletFilter ORIGINAL = new TripletFilter(1e-4);

    /** Cosine of 30 degrees, as the codes round it. */
    private static final double COSINE = 0.867;

    /** Metres; both codes ignore the value of their configuration, 0.01. */
    private static final double CLOSE = 0.005;

    private static final double TINY = 1e-8;

    boolean keeps(Plane plane) {
        double[][] sides = {
            Plane.minus(plane.b(), plane.a()), Plane.minus(plane.c(), plane.a()), Plane.minus(plane.c(), plane.b())
        };
        boolean far = plane.a()[2] > nearest && plane.b()[2] > nearest && plane.c()[2] > nearest;
        boolean together = someClose(sides, 0) && someClose(sides, 1) && someClose(sides, 2);
        return far && !together && !onALine(sides);
    }

    private static boolean someClose(double[][] sides, int axis) {
        for (double[] side : sides) {
            if (Math.abs(side[axis]) < CLOSE) {
                return true;
            }
        }
        return false;
    }

    /** Of the nine cosines between sides the three with themselves are 1; any more is a line. */
    private static boolean onALine(double[][] sides) {
        int steep = 0;
        for (double[] one : sides) {
            for (double[] other : sides) {
                double cosine = Plane.dot(one, other) / (Plane.length(one) * Plane.length(other) + TINY);
                steep += Math.abs(cosine) > COSINE ? 1 : 0;
            }
        }
        return steep > 3;
    }
}

package dev.fathom.data.synthetic;

import java.util.List;

/**
 * The paint on the roads.
 *
 * @param half half width of the main road
 * @param crossings roads that cross it
 * @param dash length of the dashes of the middle line, 0 for no line
 * @param zebra whether there are zebra crossings and stop lines at the junctions
 * @param parking distance from the kerb of the line that marks off parked cars, 0 for none
 */
record RoadMarks(double half, List<Crossing> crossings, double dash, boolean zebra, double parking) {
    private static final double LINE = 0.07;
    private static final double JUNCTION = 4.6;

    /** A crossing road: the z of its middle and its half width. */
    record Crossing(double z, double half) {}

    /** Whether there is paint at a place. */
    boolean at(double x, double z) {
        double side = Math.abs(x);
        for (Crossing crossing : crossings) {
            double beyond = Math.abs(z - crossing.z()) - crossing.half();
            if (beyond < 0) {
                return dash > 0 && side > half + 4 && Math.abs(z - crossing.z()) < LINE && inDash(x);
            }
            if (beyond < JUNCTION) {
                return zebra && side < half - 0.3 && (stripe(x, beyond) || beyond > 4.1);
            }
        }
        boolean middle = dash > 0 && side < LINE && inDash(z);
        return middle || parking > 0 && side < half && Math.abs(side - (half - parking)) < 0.06;
    }

    private static boolean stripe(double x, double beyond) {
        return beyond > 0.8 && beyond < 3.6 && x - Noise.floor(x) < 0.5;
    }

    private boolean inDash(double along) {
        return along - Noise.floor(along / (2 * dash)) * 2 * dash < dash;
    }
}

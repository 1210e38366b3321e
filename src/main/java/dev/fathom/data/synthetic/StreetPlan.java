package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import dev.fathom.data.synthetic.RoadMarks.Crossing;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a street along z, before anything stands on it.
 *
 * @param half half width of the road
 * @param pavement width of each pavement
 * @param crossings roads that cross it, by increasing z
 * @param left what lies on the side of negative x
 * @param right what lies on the side of positive x
 * @param parking whether cars stand along the kerbs
 */
record StreetPlan(double half, double pavement, List<Crossing> crossings, Side left, Side right, boolean parking) {
    static final double KERB = 0.12;
    static final double FIRST = -40;
    static final double LAST = 130;

    /** What a side of the street is made of. */
    enum Side {
        TOWN,
        HOUSES,
        PARK
    }

    /** A stretch of one side between two crossings, kerb to kerb. */
    record Stretch(int sign, Side side, double from, double to) {
        double length() {
            return to - from;
        }
    }

    static StreetPlan draw(SeededRandom random) {
        double half = random.nextDouble(2.8, 6.2);
        List<Crossing> crossings = new ArrayList<>();
        double z = random.nextDouble(-15, 40);
        while (z < LAST - 15) {
            crossings.add(new Crossing(z, random.nextDouble(2.8, 5)));
            z += random.nextDouble(35, 80);
        }
        return new StreetPlan(
                half,
                random.nextDouble(1.8, 4.5),
                List.copyOf(crossings),
                drawSide(random),
                drawSide(random),
                random.nextBoolean(0.7));
    }

    private static Side drawSide(SeededRandom random) {
        double kind = random.nextDouble();
        return kind < 0.55 ? Side.TOWN : kind < 0.78 ? Side.HOUSES : Side.PARK;
    }

    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int sign = -1; sign <= 1; sign += 2) {
            double from = FIRST;
            for (Crossing crossing : crossings) {
                stretches.add(new Stretch(sign, sign < 0 ? left : right, from, crossing.z() - crossing.half()));
                from = crossing.z() + crossing.half();
            }
            stretches.add(new Stretch(sign, sign < 0 ? left : right, from, LAST));
        }
        return stretches;
    }

    /** Whether a z lies on or near a crossing road. */
    boolean nearCrossing(double z, double margin) {
        return crossings.stream().anyMatch(c -> Math.abs(z - c.z()) < c.half() + margin);
    }
}

package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.List;

/** What lies behind the pavement of a stretch: a row of town houses, gardens with houses, or a park. */
final class Frontage {
    private static final double DEEP = 12;

    private Frontage() {}

    static void add(List<Shape> out, StreetPlan plan, StreetPlan.Stretch stretch, SeededRandom random) {
        switch (stretch.side()) {
            case TOWN -> addTown(out, plan, stretch, random);
            case HOUSES -> addHouses(out, plan, stretch, random);
            case PARK -> addPark(out, plan, stretch, random);
        }
    }

    private static void addTown(List<Shape> out, StreetPlan plan, StreetPlan.Stretch stretch, SeededRandom random) {
        double front = plan.half() + plan.pavement();
        double end = stretch.to() - plan.pavement();
        for (double z = stretch.from() + plan.pavement(); z < end - 4; ) {
            double width = Math.min(end - z, random.nextDouble(7, 19));
            double back = random.nextBoolean(0.15) ? random.nextDouble(0.5, 2.5) : 0;
            double x = stretch.sign() * (front + back + DEEP / 2);
            out.addAll(Buildings.block(front(stretch, x, z + width / 2), width, DEEP, random));
            z += width + (random.nextBoolean(0.1) ? random.nextDouble(1.5, 4) : 0);
        }
        addBackRows(out, front + DEEP, stretch, plan.pavement(), random);
    }

    /** Houses along the crossing roads. */
    private static void addBackRows(
            List<Shape> out, double from, StreetPlan.Stretch stretch, double pavement, SeededRandom random) {
        for (double x = from; x < from + 45; ) {
            double width = random.nextDouble(8, 16);
            double middle = stretch.sign() * (x + width / 2);
            double[] rows = {stretch.from() + pavement + DEEP / 2, stretch.to() - pavement - DEEP / 2};
            for (double z : rows) {
                out.addAll(Buildings.block(front(stretch, middle, z), DEEP, width, random));
            }
            x += width;
        }
    }

    private static void addHouses(List<Shape> out, StreetPlan plan, StreetPlan.Stretch stretch, SeededRandom random) {
        double fence = plan.half() + plan.pavement() + 0.4;
        double setback = random.nextDouble(2.5, 7);
        boolean hedges = random.nextBoolean(0.6);
        for (double z = stretch.from() + 4; z < stretch.to() - 8; ) {
            double width = random.nextDouble(7, 13);
            double x = stretch.sign() * (fence + setback + 4.5);
            out.addAll(Buildings.house(Pose.at(x, StreetPlan.KERB, z + width / 2, 0), width, 9, random));
            double gap = random.nextDouble(3, 9);
            addBoundary(out, stretch.sign() * fence, z, width + gap - 1.6, hedges, random);
            double garden = stretch.sign() * (fence + random.nextDouble(1, Math.max(1.2, setback - 0.5)));
            double at = z + random.nextDouble(0, width);
            Pose pose = Pose.at(garden, StreetPlan.KERB, at, 0);
            out.addAll(random.nextBoolean(0.4) ? Plants.tree(pose, random) : Plants.bush(pose, random));
            z += width + gap;
        }
    }

    /** A house's place, turned so that its x points to the street. */
    private static Pose front(StreetPlan.Stretch stretch, double x, double z) {
        return Pose.at(x, StreetPlan.KERB, z, stretch.sign() > 0 ? StrictMath.PI : 0);
    }

    private static void addBoundary(
            List<Shape> out, double x, double from, double length, boolean hedge, SeededRandom random) {
        Pose pose = Pose.at(x, StreetPlan.KERB, from + length / 2, 0);
        if (hedge) {
            out.add(Plants.hedge(pose, length, random));
        } else {
            Surface wall = Plain.grained(Rgb.pick(random, 0xa89f90, 0x8a5040, 0xc8c2b4), 0.4, 0.25, random.nextLong());
            out.add(Solid.box(pose, 0.12, random.nextDouble(0.5, 1.3), length / 2, wall));
        }
    }

    private static void addPark(List<Shape> out, StreetPlan plan, StreetPlan.Stretch stretch, SeededRandom random) {
        double edge = plan.half() + plan.pavement();
        double trees = stretch.length() * random.nextDouble(0.15, 0.5);
        for (int i = 0; i < trees; i++) {
            double x = stretch.sign() * (edge + 1.5 + 30 * random.nextDouble() * random.nextDouble());
            double z = random.nextDouble(stretch.from() + 1, stretch.to() - 1);
            Pose pose = Pose.at(x, StreetPlan.KERB, z, 0);
            out.addAll(random.nextBoolean(0.75) ? Plants.tree(pose, random) : Plants.bush(pose, random));
        }
        if (random.nextBoolean(0.5)) {
            addBoundary(out, stretch.sign() * (edge + 0.4), stretch.from() + 1, stretch.length() - 2, true, random);
        }
        for (double z = stretch.from(); z < stretch.to() - 5; z += random.nextDouble(12, 22)) {
            double x = stretch.sign() * (edge + random.nextDouble(38, 46));
            out.addAll(Buildings.block(front(stretch, x, z + 6), random.nextDouble(9, 16), DEEP, random));
        }
    }
}

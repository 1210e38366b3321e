package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Town houses wall to wall, and houses with gable roofs that stand alone. */
final class Buildings {
    private static final int[] WALLS = {
        0xcfc3ae, 0xb9a283, 0xd8d2c4, 0x9c8f80, 0xa9a39b, 0xc7a98c, 0xb7b09a, 0x8f9aa0, 0xd3c07c, 0xc98f74
    };
    private static final int[] BRICKS = {0x8a4a38, 0x7a4334, 0x9b5f46, 0x6d4a40, 0xa07a5c};
    private static final int[] TRIMS = {0xe2ded4, 0xf0efe9, 0x5a5550, 0x3d4145, 0xb8ab95};
    private static final int[] TILES = {0x7a4030, 0x5b5552, 0x6d4a3a, 0x454a50};

    private Buildings() {}

    /** A block of {@code width} along its own z and {@code deep} along its x, which points to the street. */
    static List<Shape> block(Pose pose, double width, double deep, SeededRandom random) {
        Facade facade = facade(random.nextDouble(6, 20), random);
        List<Shape> parts = new ArrayList<>();
        parts.add(Solid.box(pose, deep / 2, facade.roof(), width / 2, facade));
        if (random.nextBoolean(0.5)) {
            Surface tiles = Plain.grained(Rgb.pick(random, TILES), 0.4, 0.4, random.nextLong());
            double rise = random.nextDouble(1.5, 3.5);
            parts.add(gable(pose.shifted(0, facade.roof(), 0), width, deep, rise, 0.3, tiles));
        }
        if (random.nextBoolean(0.4)) {
            addBalconies(parts, pose, width, deep, facade, random);
        }
        return parts;
    }

    /** A house of one or two storeys with a gable roof. */
    static List<Shape> house(Pose pose, double width, double deep, SeededRandom random) {
        double storeys = random.nextDouble(3, 6.5);
        Facade facade = facade(storeys, random);
        Surface tiles = Plain.grained(Rgb.pick(random, TILES), 0.5, 0.35, random.nextLong());
        List<Shape> parts = new ArrayList<>();
        parts.add(Solid.box(pose, deep / 2, storeys, width / 2, facade));
        double rise = random.nextDouble(1.8, 3.5);
        parts.add(gable(pose.shifted(0, storeys, 0), width, deep, rise, 0.4, tiles));
        if (random.nextBoolean(0.6)) {
            Surface brick = Plain.grained(Rgb.pick(random, BRICKS), 0.4, 0.2, random.nextLong());
            Pose chimney = pose.shifted(deep * 0.15, storeys + rise * 0.5, width * random.nextDouble(-0.35, 0.35));
            parts.add(Solid.box(chimney, 0.35, rise * 0.8, 0.35, brick));
        }
        return parts;
    }

    /** A roof whose ridge runs along z. */
    private static Shape gable(Pose pose, double width, double deep, double rise, double eaves, Surface tiles) {
        double[][] outline = {
            {-width / 2 - eaves, 0}, {width / 2 + eaves, 0}, {width / 2 + eaves, rise}, {-width / 2 - eaves, rise}
        };
        double halfX = deep / 2 + eaves;
        return Solid.prism(pose, outline, halfX, halfX / rise, tiles);
    }

    private static Facade facade(double roof, SeededRandom random) {
        boolean bricks = random.nextBoolean(0.35);
        boolean shops = roof > 6.5 && random.nextBoolean(0.5);
        double ground = shops ? random.nextDouble(3.2, 4.2) : random.nextDouble(2.7, 3.4);
        Rgb colour = bricks ? Rgb.pick(random, BRICKS) : Rgb.pick(random, WALLS);
        Rgb trim = Rgb.pick(random, TRIMS);
        double floor = random.nextDouble(2.7, 3.6);
        double bay = random.nextDouble(1.8, 3.6);
        double windowWidth = random.nextDouble(0.3, 0.7);
        double windowHeight = random.nextDouble(0.42, 0.68);
        long seed = random.nextLong();
        Wall wall = new Wall(colour, bricks, seed);
        Glazing glazing = new Glazing(wall, trim, seed);
        GroundFloor groundFloor = new GroundFloor(wall, glazing, trim, ground, bay, windowWidth, shops, seed);
        return new Facade(wall, glazing, groundFloor, trim, floor, bay, windowWidth, windowHeight, roof);
    }

    private static void addBalconies(
            List<Shape> parts, Pose pose, double width, double deep, Facade facade, SeededRandom random) {
        Surface rail = Plain.smooth(Rgb.pick(random, 0x55585c, 0xd8d5cc, 0x8a8378), 0.03);
        double step = facade.bay() * 2;
        for (double y = facade.ground().height(); y < facade.roof() - 3; y += facade.floor()) {
            for (double z = -width / 2 + step; z < width / 2 - 1; z += step) {
                parts.add(Solid.box(pose.shifted(deep / 2 + 0.4, y, z), 0.4, 1.0, 0.9, rail));
            }
        }
    }
}

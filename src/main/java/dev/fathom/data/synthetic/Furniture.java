package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.List;

/** Lamp posts, signs and the small things that stand on pavements. */
final class Furniture {
    private static final int[] METALS = {0x3a3f42, 0x5c6266, 0x23302a, 0x7d8285};
    private static final Surface LAMP = Plain.smooth(Rgb.of(0xc9ccd0), 0.1);

    private Furniture() {}

    /** A lamp post whose arm points along its own x. */
    static List<Shape> lampPost(Pose pose, SeededRandom random) {
        Surface metal = metal(random);
        double height = random.nextDouble(4.5, 7.5);
        double arm = random.nextDouble(0.5, 1.3);
        return List.of(
                new Column(pose, random.nextDouble(0.06, 0.1), height, metal),
                new Column(pose, 0.14, 0.9, metal),
                Solid.box(pose.shifted(arm / 2, height - 0.06, 0), arm / 2, 0.06, 0.04, metal),
                Solid.box(pose.shifted(arm, height - 0.12, 0), 0.3, 0.1, 0.12, LAMP));
    }

    /** A round or square traffic sign that faces along its own z. */
    static List<Shape> sign(Pose pose, SeededRandom random) {
        Surface post = metal(random);
        Surface face =
                Plain.grained(Rgb.pick(random, 0xb02020, 0x1f4fa0, 0xd8d8d4, 0xd0b020), 0.5, 0.12, random.nextLong());
        double height = random.nextDouble(2.1, 2.7);
        Pose top = pose.shifted(0, height, 0);
        Shape plate = random.nextBoolean(0.6)
                ? Ellipsoid.closed(top, 0.3, 0.3, 0.02, face)
                : Solid.box(top.shifted(0, -0.3, 0), 0.28, 0.6, 0.015, face);
        return List.of(new Column(pose, 0.035, height + 0.2, post), plate);
    }

    /** A bollard, bin, cabinet, bench, planter or advertising column. */
    static List<Shape> small(Pose pose, SeededRandom random) {
        Surface metal = metal(random);
        Surface stone = Plain.grained(Rgb.of(0x9a968c), 0.4, 0.2, random.nextLong());
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> List.of(new Column(pose, 0.08, random.nextDouble(0.7, 1.05), metal));
            case 3, 4 -> List.of(new Column(pose, 0.25, 0.95, metal), new Column(pose, 0.28, 0.12, stone));
            case 5, 6 -> List.of(Solid.box(pose, 0.22, random.nextDouble(0.9, 1.4), 0.5, metal));
            case 7 -> bench(pose, metal, random);
            case 8 ->
                List.of(
                        Solid.box(pose, 0.5, 0.5, 0.5, stone),
                        new Ellipsoid(
                                pose.shifted(0, 0.8, 0),
                                new Vec3(0.5, 0.45, 0.5),
                                0.3,
                                random.nextLong(),
                                Plants.leaves(random)));
            default ->
                List.of(new Column(
                        pose,
                        0.55,
                        2.7,
                        Plain.grained(Rgb.pick(random, 0xc8b060, 0x6080a0, 0xa06050), 0.9, 0.5, random.nextLong())));
        };
    }

    private static List<Shape> bench(Pose pose, Surface metal, SeededRandom random) {
        Surface wood = Plain.grained(Rgb.pick(random, 0x7a5a38, 0x5c4530), 0.4, 0.15, random.nextLong());
        return List.of(
                Solid.box(pose.shifted(0, 0.42, 0), 0.22, 0.06, 0.8, wood),
                Solid.box(pose.shifted(-0.24, 0.55, 0), 0.03, 0.35, 0.8, wood),
                Solid.box(pose.shifted(0, 0, 0.65), 0.2, 0.42, 0.04, metal),
                Solid.box(pose.shifted(0, 0, -0.65), 0.2, 0.42, 0.04, metal));
    }

    private static Surface metal(SeededRandom random) {
        return Plain.smooth(Rgb.pick(random, METALS), 0.04);
    }
}

package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Trees, bushes and hedges. */
final class Plants {
    private static final int[] GREENS = {0x2f4a1c, 0x3d5a22, 0x4a6a2a, 0x33502c, 0x56702c, 0x28401e};
    private static final int[] AUTUMN = {0x8a6a1c, 0x9a4a1a, 0x7a7a22};

    private Plants() {}

    static List<Shape> tree(Pose pose, SeededRandom random) {
        return random.nextBoolean(0.82) ? broadleaf(pose, random) : conifer(pose, random);
    }

    private static List<Shape> broadleaf(Pose pose, SeededRandom random) {
        double bole = random.nextDouble(1.9, 3.6);
        double reach = random.nextDouble(1.0, 2.8);
        double girth = 0.06 + reach * random.nextDouble(0.05, 0.09);
        Surface leaves = leaves(random);
        List<Shape> parts = new ArrayList<>();
        parts.add(trunk(pose, girth, bole + reach * 0.6, random));
        int blobs = 12 + random.nextInt(10);
        for (int i = 0; i < blobs; i++) {
            double angle = random.nextDouble(0, 2 * StrictMath.PI);
            double out = reach * random.nextDouble(0.1, 0.8);
            double size = reach * random.nextDouble(0.3, 0.5);
            Pose centre = pose.shifted(
                    out * StrictMath.cos(angle),
                    bole + reach * random.nextDouble(0.2, 1.5),
                    out * StrictMath.sin(angle));
            parts.add(blob(centre, size, size * random.nextDouble(0.65, 0.95), 0.4, random, leaves));
        }
        return parts;
    }

    private static List<Shape> conifer(Pose pose, SeededRandom random) {
        double tall = random.nextDouble(4, 9);
        double wide = tall * random.nextDouble(0.14, 0.22);
        Surface leaves = leaves(random);
        List<Shape> parts = new ArrayList<>();
        parts.add(trunk(pose, 0.12, tall * 0.5, random));
        int layers = 6;
        for (int i = 0; i < layers; i++) {
            double up = (i + 0.7) / layers;
            double size = wide * (1.08 - up);
            parts.add(blob(pose.shifted(0, tall * up, 0), size, tall / layers * 0.9, 0.36, random, leaves));
        }
        return parts;
    }

    private static Shape trunk(Pose pose, double girth, double height, SeededRandom random) {
        Rgb bark = Rgb.pick(random, 0x4d4136, 0x5f5348, 0x3b332b, 0x7a7266);
        return new Column(pose, girth, height, Plain.grained(bark, 0.5, 0.12, random.nextLong()));
    }

    private static Shape blob(Pose centre, double wide, double high, double gaps, SeededRandom random, Surface leaves) {
        return new Ellipsoid(centre, new Vec3(wide, high, wide), gaps, random.nextLong(), leaves);
    }

    static Surface leaves(SeededRandom random) {
        Rgb green = random.nextBoolean(0.85) ? Rgb.pick(random, GREENS) : Rgb.pick(random, AUTUMN);
        return new Foliage(green.times(1.3), green.mix(Rgb.of(0xa8a850), 0.4).times(1.5), random.nextLong());
    }

    static List<Shape> bush(Pose pose, SeededRandom random) {
        Surface leaves = leaves(random);
        double size = random.nextDouble(0.35, 0.8);
        List<Shape> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Pose centre = pose.shifted(
                    random.nextDouble(-size, size), size * random.nextDouble(0.5, 0.8), random.nextDouble(-size, size));
            parts.add(blob(centre, size, size * 0.85, 0.33, random, leaves));
        }
        return parts;
    }

    /** A hanging twig with single leaves, a hand wide. */
    static List<Shape> twig(Pose pose, SeededRandom random) {
        Surface leaves = leaves(random);
        List<Shape> parts = new ArrayList<>();
        parts.add(new Column(pose, 0.003, 0.6, Plain.smooth(Rgb.of(0x4d4136), 0)));
        int count = 10 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            Pose leaf = pose.shifted(
                    random.nextDouble(-0.06, 0.06), random.nextDouble(-0.02, 0.16), random.nextDouble(-0.06, 0.06));
            Pose turned = leaf.turnedTo(random.nextDouble(0, StrictMath.PI));
            parts.add(Ellipsoid.closed(turned, 0.007, random.nextDouble(0.012, 0.02), 0.032, leaves));
        }
        return parts;
    }

    /** A clipped hedge along z. */
    static Shape hedge(Pose pose, double length, SeededRandom random) {
        return Solid.box(pose, random.nextDouble(0.25, 0.45), random.nextDouble(0.7, 1.7), length / 2, leaves(random));
    }
}

package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Things of the size and shape of people, walking or standing. */
final class People {
    private static final int[] CLOTHES = {
        0x22252b, 0x3b4656, 0x5a5148, 0x8c2f2f, 0x2f5f8c, 0xd9d4c7, 0x6b7d3a, 0xb58a2b, 0x40305a, 0x999da1, 0xc85a3a
    };
    private static final int[] SKINS = {0xe0b89a, 0xc68f6a, 0x8a5a3c, 0x5b3a28};
    private static final int[] HAIR = {0x1a1512, 0x3d2b1e, 0x6b4a2b, 0x9b8a6a, 0x77757a};

    private People() {}

    /** @param pose feet and walking direction (z) */
    static List<Shape> person(Pose pose, SeededRandom random) {
        double k = random.nextDouble(1.45, 1.92) / 1.75;
        double girth = k * random.nextDouble(0.8, 1.08);
        double stride = random.nextBoolean(0.6) ? random.nextDouble(0.1, 0.28) : 0.02;
        Surface legs = cloth(random);
        Surface coat = cloth(random);
        Surface skin = Plain.smooth(Rgb.pick(random, SKINS), 0);
        Surface hair = Plain.smooth(Rgb.pick(random, HAIR), 0);
        List<Shape> parts = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            parts.add(Ellipsoid.closed(
                    pose.shifted(side * 0.1 * k, 0.43 * k, side * stride * 0.5),
                    0.09 * girth,
                    0.45 * k,
                    0.11 * k,
                    legs));
            parts.add(Ellipsoid.closed(
                    pose.shifted(side * 0.1 * k, 0.05, side * stride + 0.05), 0.06 * k, 0.06, 0.14 * k, hair));
            parts.add(Ellipsoid.closed(
                    pose.shifted(side * 0.235 * girth, 1.1 * k, -side * stride * 0.4),
                    0.06 * girth,
                    0.33 * k,
                    0.08 * k,
                    coat));
        }
        parts.add(Ellipsoid.closed(pose.shifted(0, 1.13 * k, 0), 0.2 * girth, 0.36 * k, 0.15 * girth, coat));
        parts.add(Ellipsoid.closed(pose.shifted(0, 1.48 * k, 0), 0.06 * k, 0.12 * k, 0.06 * k, skin));
        parts.add(Ellipsoid.closed(pose.shifted(0, 1.62 * k, 0.01), 0.085 * k, 0.115 * k, 0.1 * k, skin));
        parts.add(Ellipsoid.closed(pose.shifted(0, 1.66 * k, -0.02), 0.092 * k, 0.1 * k, 0.1 * k, hair));
        if (random.nextBoolean(0.3)) {
            Pose back = pose.shifted(0, 1.05 * k, -0.2 * girth);
            parts.add(Solid.box(back, 0.15, 0.42 * k, 0.08, cloth(random)));
        }
        return parts;
    }

    private static Surface cloth(SeededRandom random) {
        return Plain.grained(Rgb.pick(random, CLOTHES), 0.35, 0.16, random.nextLong());
    }
}

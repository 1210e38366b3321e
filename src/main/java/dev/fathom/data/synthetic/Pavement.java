package dev.fathom.data.synthetic;

import dev.fathom.data.SeededRandom;

/** The look that all pavements of a street share. */
record Pavement(Rgb stone, double tile, Rgb grass) {
    private static final double REACH = 70;

    static Pavement draw(SeededRandom random) {
        return new Pavement(
                Rgb.pick(random, 0x98948c, 0xa8a196, 0x8a8a8a, 0xa58d7a, 0x7f7b76),
                random.nextDouble(0.25, 0.8),
                Rgb.pick(random, 0x5a7030, 0x6b7a3a, 0x4c6630, 0x7d7a44));
    }

    /** The raised ground of one stretch, from the kerb to far behind the houses. */
    Shape slab(StreetPlan plan, StreetPlan.Stretch stretch, long seed) {
        double x = stretch.sign() * (plan.half() + REACH / 2);
        double kerbFace = -stretch.sign() * REACH / 2;
        double grassFrom = stretch.side() == StreetPlan.Side.TOWN ? Double.POSITIVE_INFINITY : plan.pavement();
        Pose pose = Pose.at(x, 0, (stretch.from() + stretch.to()) / 2, 0);
        Paving top = new Paving(stone, tile, kerbFace, grassFrom, grass, seed);
        return Solid.box(pose, REACH / 2, StreetPlan.KERB, stretch.length() / 2, top);
    }
}

package dev.fathom.data.synthetic;

/** Plaster or bricks, stained by rain. Places are given along the wall (u) and up (v). */
record Wall(Rgb colour, boolean bricks, long seed) {
    private static final double ROW = 0.08;
    private static final double LENGTH = 0.25;
    private static final double JOINT = 0.012;

    Surface.Finish at(double u, double v, double footprint) {
        double stain = Noise.cloudy(seed, u * 0.5, v * 0.25, 4) - 0.5;
        double streak = Noise.at(seed + 9, u * 2.2, v * 0.15) - 0.5;
        double grit = (Noise.at(seed + 4, u * 24, v * 24) - 0.5) * Surface.visible(0.05, footprint);
        double light = 1 + 0.35 * stain + 0.18 * streak + 0.2 * grit;
        return Surface.Finish.matt(colour.times(bricks ? light * brick(u, v, footprint) : light));
    }

    private double brick(double u, double v, double footprint) {
        int row = Noise.floor(v / ROW);
        double shifted = u + (row % 2 == 0 ? 0 : LENGTH / 2);
        int number = Noise.floor(shifted / LENGTH);
        boolean joint = v - row * ROW < JOINT || shifted - number * LENGTH < JOINT;
        double each = 0.8 + 0.4 * Noise.hash(seed + 60, number, row);
        return 1 + Surface.visible(ROW, footprint) * ((joint ? 1.35 : each) - 1);
    }
}

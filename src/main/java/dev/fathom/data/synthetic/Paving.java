package dev.fathom.data.synthetic;

/**
 * The top of a pavement slab: tiles beside the kerb stone, then, where there is a park, grass.
 *
 * @param stone colour of the tiles
 * @param tile their size
 * @param kerbFace x, in the slab's coordinates, of the side that faces the road; its sign tells which side
 * @param grassFrom distance from the kerb at which grass begins, infinite for none
 */
record Paving(Rgb stone, double tile, double kerbFace, double grassFrom, Rgb grass, long seed) implements Surface {
    private static final double KERB = 0.16;
    private static final Rgb KERB_STONE = Rgb.of(0x9a9890);

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        double fromKerb = Math.abs(p.x() - kerbFace);
        double stain = Noise.cloudy(seed, p.x() * 0.8, p.z() * 0.8, 3) - 0.5;
        double grit = (Noise.at(seed + 3, p.x() * 40, p.z() * 40) - 0.5) * Surface.visible(0.03, footprint);
        if (normal.y() < 0.5 || fromKerb < KERB) {
            double joint = edge(p.z(), 1.0, 0.012, footprint);
            return Finish.matt(KERB_STONE.times((1 + 0.5 * stain + 0.3 * grit) * (1 - 0.5 * joint)));
        }
        if (fromKerb > grassFrom) {
            return Finish.matt(grass.times(grassLight(p, footprint)));
        }
        double row = Noise.floor(p.x() / tile);
        double shift = row % 2 == 0 ? 0 : tile / 2;
        double joint = Math.max(edge(p.x(), tile, 0.012, footprint), edge(p.z() + shift, tile, 0.012, footprint));
        double each = Noise.hash(seed, (int) row, Noise.floor((p.z() + shift) / tile)) - 0.5;
        double tileShare = Surface.visible(tile, footprint);
        double light = 1 + 0.35 * each * tileShare + 0.9 * stain + 0.6 * grit;
        return Finish.matt(stone.times(light * (1 - 0.55 * joint)));
    }

    private double grassLight(Vec3 p, double footprint) {
        double patch = Noise.cloudy(seed + 11, p.x() * 0.6, p.z() * 0.6, 3);
        double blade = Noise.at(seed + 12, p.x() * 30, p.z() * 22) - 0.5;
        return 0.6 + 0.8 * patch + 0.7 * blade * Surface.visible(0.04, footprint);
    }

    /** 1 on the joints of a pattern, fading with distance. */
    private static double edge(double at, double period, double width, double footprint) {
        double within = at - Noise.floor(at / period) * period;
        boolean joint = within < Math.max(width, footprint * 0.5);
        return joint
                ? Surface.visible(period / 2, footprint) * Math.min(1, width / Math.max(width, footprint * 0.5))
                : 0;
    }
}

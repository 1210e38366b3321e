package dev.fathom.data.synthetic;

/** Leaves: clumps of light and dark with yellower tips. */
record Foliage(Rgb colour, Rgb tips, long seed) implements Surface {
    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        double clump = Noise.at(seed, p.x() * 3, p.y() * 3, p.z() * 3);
        double leaf = Noise.at(seed + 7, p.x() * 14, p.y() * 14, p.z() * 14);
        double leafShare = Surface.visible(0.09, footprint);
        double light = 0.35 + 0.8 * clump + leafShare * (leaf - 0.5) * 1.1;
        double under = 0.75 + 0.25 * normal.y();
        return Finish.matt(colour.mix(tips, clump * leaf).times(Math.max(0.08, light * under)));
    }
}

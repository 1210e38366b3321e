package dev.fathom.data.synthetic;

/**
 * The cabin of a car: dark windows between painted pillars, a painted roof.
 *
 * @param height of the cabin
 * @param halfLength at its foot
 */
record CarGlass(Rgb paint, double height, double halfLength) implements Surface {
    private static final Rgb GLASS = Rgb.of(0x1c2226);

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        boolean roof = normal.y() > 0.9;
        boolean side = Math.abs(normal.x()) > 0.8;
        double up = p.y() / height;
        boolean frame = up > 0.9 || up < 0.06;
        double along = Math.abs(p.z()) / halfLength;
        double slope = 1 - 0.35 * up;
        boolean pillar = side && (Math.abs(p.z() - 0.1) < 0.05 || along > slope * 0.93);
        if (roof || frame || pillar) {
            return new Finish(paint, 0.05);
        }
        return new Finish(GLASS, 0.35);
    }
}

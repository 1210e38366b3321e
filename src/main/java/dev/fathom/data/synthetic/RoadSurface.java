package dev.fathom.data.synthetic;

/** The plane the town stands on: worn, patched and cracked asphalt with its marks. */
record RoadSurface(Rgb asphalt, RoadMarks marks, long seed) implements Surface {
    private static final Rgb PAINT = Rgb.of(0xd8d8d2);
    private static final double GLOSS = 0.015;

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        double wear = Noise.cloudy(seed, p.x() * 0.35, p.z() * 0.35, 4);
        double tracks = 0.5 + 0.5 * Noise.at(seed + 5, p.x() * 1.1, p.z() * 0.05);
        double grit = (Noise.at(seed + 1, p.x() * 45, p.z() * 45) - 0.5) * Surface.visible(0.03, footprint);
        double patch = Noise.at(seed + 2, p.x() * 0.3, p.z() * 0.12) > 0.78 ? 0.72 : 1;
        double light = patch * (0.45 + 0.75 * wear + 0.3 * tracks + 0.9 * grit) * crack(p, footprint);
        double fade = marks.at(p.x(), p.z()) ? Surface.visible(0.25, footprint) : 0;
        double paint = fade * Noise.step(0.25, 0.5, wear + 0.35 * grit + 0.1);
        return new Finish(asphalt.times(light).mix(PAINT, 0.9 * paint), GLOSS);
    }

    private double crack(Vec3 p, double footprint) {
        double field = Noise.cloudy(seed + 8, p.x() * 0.35, p.z() * 0.25, 4) - 0.5;
        boolean worn = Noise.at(seed + 9, p.x() * 0.2, p.z() * 0.2) > 0.72;
        return worn && Math.abs(field) < 0.003 ? 1 - 0.45 * Surface.visible(0.06, footprint) : 1;
    }
}

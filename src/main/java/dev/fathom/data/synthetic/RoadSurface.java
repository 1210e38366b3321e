package dev.fathom.data.synthetic;

import java.util.List;

/**
 * The plane the town stands on: asphalt with its marks on the main road (along z) and the crossing roads (along x).
 *
 * @param half half width of the main road
 * @param crossings roads that cross it
 * @param dash length of the dashes of the middle line, 0 for no line
 * @param zebra whether there are zebra crossings at the junctions
 * @param parking distance from the kerb of the line that marks off parked cars, 0 for none
 */
record RoadSurface(
        Rgb asphalt, double half, List<Crossing> crossings, double dash, boolean zebra, double parking, long seed)
        implements Surface {
    private static final Rgb PAINT = Rgb.of(0xd8d8d2);

    /** A crossing road: the z of its middle and its half width. */
    record Crossing(double z, double half) {}

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        double wear = Noise.cloudy(seed, p.x() * 0.35, p.z() * 0.35, 4);
        double tracks = 0.5 + 0.5 * Noise.at(seed + 5, p.x() * 1.1, p.z() * 0.05);
        double grit = (Noise.at(seed + 1, p.x() * 45, p.z() * 45) - 0.5) * Surface.visible(0.03, footprint);
        double patch = Noise.at(seed + 2, p.x() * 0.3, p.z() * 0.12) > 0.78 ? 0.72 : 1;
        double crack = crack(p, footprint);
        double light = patch * (0.45 + 0.75 * wear + 0.3 * tracks + 0.9 * grit) * crack;
        double paint = marks(p, footprint) * Noise.step(0.25, 0.5, wear + 0.35 * grit + 0.1);
        return new Finish(asphalt.times(light).mix(PAINT, 0.9 * paint), 0.015);
    }

    private double crack(Vec3 p, double footprint) {
        double field = Noise.cloudy(seed + 8, p.x() * 0.35, p.z() * 0.25, 4) - 0.5;
        boolean worn = Noise.at(seed + 9, p.x() * 0.2, p.z() * 0.2) > 0.72;
        return worn && Math.abs(field) < 0.003 ? 1 - 0.45 * Surface.visible(0.06, footprint) : 1;
    }

    /** 1 where there is paint. */
    private double marks(Vec3 p, double footprint) {
        double fade = Surface.visible(0.25, footprint);
        double x = Math.abs(p.x());
        for (Crossing crossing : crossings) {
            double beyond = Math.abs(p.z() - crossing.z()) - crossing.half();
            if (beyond < 0) {
                boolean middle = dash > 0 && x > half + 4 && Math.abs(p.z() - crossing.z()) < 0.07 && inDash(p.x());
                return middle ? fade : 0;
            }
            if (zebra && beyond > 0.8 && beyond < 3.6 && x < half - 0.3) {
                return p.x() - Noise.floor(p.x()) < 0.5 ? fade : 0;
            }
            if (beyond < 4.6) {
                return beyond > 4.1 && x < half - 0.3 && zebra ? fade : 0;
            }
        }
        boolean middle = dash > 0 && x < 0.07 && inDash(p.z());
        boolean park = parking > 0 && x < half && Math.abs(x - (half - parking)) < 0.06;
        return middle || park ? fade : 0;
    }

    private boolean inDash(double along) {
        return along - Noise.floor(along / (2 * dash)) * 2 * dash < dash;
    }
}

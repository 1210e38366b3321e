package dev.fathom.data.synthetic;

import dev.fathom.data.synthetic.Glazing.Opening;

/**
 * A wall with rows of windows over a ground floor.
 *
 * @param trim colour of frames and ledges
 * @param floor height of each floor above the ground floor
 * @param bay width of the strip that holds one window
 * @param windowWidth share of the bay that is window
 * @param windowHeight share of the floor that is window
 * @param roof height at which the wall ends
 */
record Facade(
        Wall wall,
        Glazing glazing,
        GroundFloor ground,
        Rgb trim,
        double floor,
        double bay,
        double windowWidth,
        double windowHeight,
        double roof)
        implements Surface {
    private static final Rgb ROOFING = Rgb.of(0x6a6560);
    private static final double CORNICE = 0.35;
    /** Walls that face along the street and across it count their bays from different places. */
    private static final double ACROSS = 1000;

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        if (normal.y() > 0.5) {
            return Finish.matt(ROOFING);
        }
        double u = Math.abs(normal.x()) > Math.abs(normal.z()) ? p.z() : p.x() + ACROSS;
        if (p.y() > roof - CORNICE) {
            return Finish.matt(trim.times(p.y() > roof - 0.08 ? 1.1 : 0.85));
        }
        return p.y() < ground.height() ? ground.at(u, p.y(), footprint) : upperFloor(u, p.y(), footprint);
    }

    private Finish upperFloor(double u, double v, double footprint) {
        int storey = Noise.floor((v - ground.height()) / floor);
        double above = v - ground.height() - storey * floor;
        boolean fits = ground.height() + (storey + 1) * floor <= roof - 0.3;
        if (!fits) {
            return wall.at(u, v, footprint);
        }
        if (above < 0.1) {
            return Finish.matt(trim.times(0.9));
        }
        int column = Noise.floor(u / bay);
        double left = bay * (1 - windowWidth) / 2;
        double low = floor * (1 - windowHeight) * 0.55;
        Opening opening = new Opening(
                u - column * bay - left, above - low, bay * windowWidth, floor * windowHeight, column, storey);
        return glazing.at(opening, u, v, footprint);
    }
}

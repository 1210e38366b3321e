package dev.fathom.data.synthetic;

import dev.fathom.data.synthetic.Glazing.Opening;
import dev.fathom.data.synthetic.Surface.Finish;

/**
 * The lowest storey of a façade: shop windows under sign boards, or windows and house doors.
 *
 * @param height up to the first floor
 * @param bay width of the strip that holds one window or door; shops take two
 * @param windowWidth share of the bay that is window
 */
record GroundFloor(
        Wall wall, Glazing glazing, Rgb trim, double height, double bay, double windowWidth, boolean shops, long seed) {
    private static final double DOOR = 0.7;
    private static final double PLINTH = 0.35;
    private static final Rgb WOOD = Rgb.of(0x4a3426);

    Finish at(double u, double v, double footprint) {
        double width = shops ? bay * 2 : bay;
        int column = Noise.floor(u / width);
        double kind = Noise.hash(seed + 40, column, 0);
        boolean door = kind > DOOR;
        if (v < PLINTH && !door) {
            return Finish.matt(trim.times(0.55 + 0.3 * Noise.at(seed + 6, u * 3, v * 9)));
        }
        if (v > height - 0.5) {
            boolean board = shops && kind < 0.8 && v < height - 0.1;
            return board ? signBoard(u, v, column, kind) : wall.at(u, v, footprint);
        }
        double half = shops ? width * 0.44 : door ? 0.55 : width * windowWidth / 2;
        double low = door ? 0 : shops ? PLINTH : 1;
        double x = u - column * width - width / 2 + half;
        Opening o = new Opening(x, v - low, 2 * half, Math.max(1.2, height - 0.6 - low), column, -1);
        if (door && !shops && o.inside() > 0) {
            boolean gap = Math.abs(x - half) < 0.02;
            return Finish.matt(WOOD.times(0.6 + kind * (gap ? 0.2 : 1)));
        }
        return glazing.at(o, u, v, footprint);
    }

    /** A board over a shop with something like letters. */
    private Finish signBoard(double u, double v, int column, double kind) {
        boolean line = kind > 0.2 && v > height - 0.4 && v < height - 0.2;
        if (line && Noise.hash(seed + 50, Noise.floor(u * 9), Noise.floor(v * 14)) > 0.45) {
            return Finish.matt(Rgb.gray(0.8));
        }
        return Finish.matt(new Rgb(
                Noise.hash(seed, column, 1) * 0.5,
                Noise.hash(seed, column, 2) * 0.4,
                Noise.hash(seed, column, 3) * 0.5));
    }
}

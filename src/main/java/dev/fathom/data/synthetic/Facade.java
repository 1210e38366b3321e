package dev.fathom.data.synthetic;

/**
 * A wall with rows of windows over a ground floor of shops or doors.
 *
 * @param wall colour of plaster or brick
 * @param trim colour of frames and ledges
 * @param bricks whether the wall shows bricks
 * @param ground height of the ground floor
 * @param floor height of each floor above
 * @param bay width of the strip that holds one window
 * @param windowWidth share of the bay that is window
 * @param windowHeight share of the floor that is window
 * @param shops whether the ground floor has shop windows
 * @param roof height at which the wall ends
 */
record Facade(
        Rgb wall,
        Rgb trim,
        boolean bricks,
        double ground,
        double floor,
        double bay,
        double windowWidth,
        double windowHeight,
        boolean shops,
        double roof,
        long seed)
        implements Surface {
    private static final Rgb DARK = Rgb.of(0x20262b);
    private static final double FRAME = 0.06;

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        if (normal.y() > 0.5) {
            return Finish.matt(Rgb.of(0x6a6560));
        }
        boolean facesX = Math.abs(normal.x()) > Math.abs(normal.z());
        double u = facesX ? p.z() : p.x() + 1000;
        if (p.y() > roof - 0.35) {
            return Finish.matt(trim.times(p.y() > roof - 0.08 ? 1.1 : 0.85));
        }
        if (p.y() < ground) {
            return groundFloor(u, p.y(), footprint);
        }
        int storey = Noise.floor((p.y() - ground) / floor);
        double v = p.y() - ground - storey * floor;
        if (ground + (storey + 1) * floor > roof - 0.3) {
            return wallAt(u, p.y(), footprint);
        }
        if (v < 0.1) {
            return Finish.matt(trim.times(0.9));
        }
        int column = Noise.floor(u / bay);
        double within = u - column * bay;
        double left = bay * (1 - windowWidth) / 2;
        double low = floor * (1 - windowHeight) * 0.55;
        return window(
                new Opening(within - left, v - low, bay * windowWidth, floor * windowHeight, column, storey),
                u,
                p.y(),
                footprint);
    }

    /** A place relative to the lower left corner of an opening of some size. */
    private record Opening(double x, double y, double width, double height, int column, int storey) {
        double inside() {
            return Math.min(Math.min(x, width - x), Math.min(y, height - y));
        }
    }

    private Finish window(Opening o, double u, double v, double footprint) {
        double inside = o.inside();
        if (inside < 0) {
            boolean sill = o.y() < 0 && o.y() > -0.12 && o.x() > -0.1 && o.x() < o.width() + 0.1;
            return sill ? Finish.matt(trim) : wallAt(u, v, footprint);
        }
        boolean bars = Math.abs(o.x() - o.width() / 2) < FRAME / 2 || Math.abs(o.y() - o.height() * 0.62) < FRAME / 2;
        if (inside < FRAME || bars) {
            return Finish.matt(trim.times(0.8));
        }
        return glass(o);
    }

    private Finish glass(Opening o) {
        double kind = Noise.hash(seed + 21, o.column(), o.storey());
        boolean curtain = kind > 0.55 && (o.x() < o.width() * 0.28 || o.x() > o.width() * 0.72);
        boolean blind = kind < 0.25 && o.y() > o.height() * (0.2 + 2.4 * kind);
        if (curtain || blind) {
            return new Finish(Rgb.of(0xb9b2a4).times(0.55 + 0.4 * kind), 0.12);
        }
        double shade = o.height() - o.y() < 0.22 ? 0.5 : 1;
        return new Finish(DARK.times(shade * (0.7 + 0.8 * kind)), 0.3 * shade);
    }

    private Finish groundFloor(double u, double v, double footprint) {
        double width = shops ? bay * 2 : bay;
        int column = Noise.floor(u / width);
        double within = u - column * width;
        double kind = Noise.hash(seed + 40, column, 0);
        if (v < 0.35 && !(kind > 0.7)) {
            return Finish.matt(trim.times(0.55 + 0.3 * Noise.at(seed + 6, u * 3, v * 9)));
        }
        if (v > ground - 0.5) {
            boolean sign = shops && kind < 0.8 && v < ground - 0.1;
            return sign ? signBoard(u, v, column, kind) : wallAt(u, v, footprint);
        }
        double half = shops ? width * 0.44 : kind > 0.7 ? 0.55 : width * windowWidth / 2;
        double low = kind > 0.7 ? 0.0 : shops ? 0.35 : 1.0;
        double x = within - width / 2 + half;
        Opening o = new Opening(x, v - low, 2 * half, Math.max(1.2, ground - 0.6 - low), column, -1);
        if (kind > 0.7 && !shops && o.inside() > 0) {
            return Finish.matt(Rgb.of(0x4a3426).times(0.6 + kind * (Math.abs(x - half) < 0.02 ? 0.2 : 1)));
        }
        return window(o, u, v, footprint);
    }

    /** A board over a shop with something like letters. */
    private Finish signBoard(double u, double v, int column, double kind) {
        Rgb board = new Rgb(
                Noise.hash(seed, column, 1) * 0.5,
                Noise.hash(seed, column, 2) * 0.4,
                Noise.hash(seed, column, 3) * 0.5);
        boolean letters = v < ground - 0.2
                && v > ground - 0.4
                && Noise.hash(seed + 50, Noise.floor(u * 9), Noise.floor(v * 14)) > 0.45
                && kind > 0.2;
        return Finish.matt(letters ? Rgb.gray(0.8) : board);
    }

    private Finish wallAt(double u, double v, double footprint) {
        double stain = Noise.cloudy(seed, u * 0.5, v * 0.25, 4) - 0.5;
        double streak = Noise.at(seed + 9, u * 2.2, v * 0.15) - 0.5;
        double grit = (Noise.at(seed + 4, u * 24, v * 24) - 0.5) * Surface.visible(0.05, footprint);
        double light = 1 + 0.35 * stain + 0.18 * streak + 0.2 * grit;
        return Finish.matt(wall.times(bricks ? light * brick(u, v, footprint) : light));
    }

    private double brick(double u, double v, double footprint) {
        int row = Noise.floor(v / 0.08);
        double shifted = u + (row % 2 == 0 ? 0 : 0.125);
        int number = Noise.floor(shifted / 0.25);
        boolean joint = v - row * 0.08 < 0.012 || shifted - number * 0.25 < 0.012;
        double seen = Surface.visible(0.08, footprint);
        double each = 0.8 + 0.4 * Noise.hash(seed + 60, number, row);
        return 1 + seen * ((joint ? 1.35 : each) - 1);
    }
}

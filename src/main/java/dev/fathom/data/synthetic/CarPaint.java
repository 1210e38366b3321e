package dev.fathom.data.synthetic;

/**
 * The painted body of a car or van: doors, lamps, number plates, and for a van its windows.
 *
 * @param halfLength of the body
 * @param glassAbove height above which the front has windows, infinite for a car, whose cabin is a body of its own
 */
record CarPaint(Rgb paint, double halfLength, double glassAbove) implements Surface {
    private static final Rgb RUBBER = Rgb.of(0x17181a);
    private static final Rgb GLASS = Rgb.of(0x1c2226);
    private static final Rgb HEADLAMP = Rgb.of(0xe4e4da);
    private static final Rgb TAIL_LAMP = Rgb.of(0x8f1414);
    private static final Rgb PLATE = Rgb.of(0xd9d9cf);

    @Override
    public Finish at(Vec3 p, Vec3 normal, double footprint) {
        double along = Math.abs(p.z()) / halfLength;
        boolean side = Math.abs(normal.x()) > 0.7;
        if (p.y() > glassAbove && p.y() < glassAbove + 0.62 && windowed(p, normal, side)) {
            return new Finish(GLASS, 0.35);
        }
        if (p.y() < 0.34) {
            return Finish.matt(RUBBER);
        }
        if (!side && along > 0.9) {
            return end(p);
        }
        boolean seam = side && (Math.abs(p.z() - 0.45) < 0.012 || Math.abs(p.z() + 0.5) < 0.012);
        boolean moulding = side && Math.abs(p.y() - 0.5) < 0.025;
        return new Finish(seam || moulding ? paint.times(0.35) : paint, 0.07);
    }

    private boolean windowed(Vec3 p, Vec3 normal, boolean side) {
        return side ? p.z() > halfLength - 2.1 && p.z() < halfLength - 0.9 : normal.z() > 0.3;
    }

    private Finish end(Vec3 p) {
        double x = Math.abs(p.x());
        if (x > 0.5 && x < 0.8 && p.y() > 0.58 && p.y() < 0.74) {
            return new Finish(p.z() > 0 ? HEADLAMP : TAIL_LAMP, 0.2);
        }
        if (x < 0.26 && p.y() > 0.42 && p.y() < 0.53) {
            return Finish.matt(PLATE);
        }
        boolean grille = p.z() > 0 && x < 0.5 && p.y() > 0.53 && p.y() < 0.66;
        return grille ? Finish.matt(RUBBER) : new Finish(paint.times(0.95), 0.07);
    }
}

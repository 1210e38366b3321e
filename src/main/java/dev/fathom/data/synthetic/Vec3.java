package dev.fathom.data.synthetic;

/** A point or direction in metres: x right, y up, z forward. */
record Vec3(double x, double y, double z) {
    Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    Vec3 times(double k) {
        return new Vec3(x * k, y * k, z * k);
    }

    double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec3 unit() {
        return times(1 / length());
    }

    /** This direction mirrored at a surface. */
    Vec3 reflectedAt(Vec3 normal) {
        return minus(normal.times(2 * dot(normal)));
    }

    /** The direction with the given height above the horizon and turn from z towards x, in radians. */
    static Vec3 direction(double elevation, double azimuth) {
        double flat = StrictMath.cos(elevation);
        return new Vec3(flat * StrictMath.sin(azimuth), StrictMath.sin(elevation), flat * StrictMath.cos(azimuth));
    }
}

package dev.fathom.data.synthetic;

/**
 * Where a thing stands and how it is turned about the vertical.
 *
 * @param origin its own (0, 0, 0) in the world
 * @param cos cosine of the turn from z towards x
 * @param sin its sine
 */
record Pose(Vec3 origin, double cos, double sin) {
    static Pose at(double x, double y, double z, double turn) {
        return new Pose(new Vec3(x, y, z), StrictMath.cos(turn), StrictMath.sin(turn));
    }

    Vec3 toLocal(Vec3 point) {
        return directionToLocal(point.minus(origin));
    }

    Vec3 directionToLocal(Vec3 d) {
        return new Vec3(cos * d.x() - sin * d.z(), d.y(), sin * d.x() + cos * d.z());
    }

    Vec3 toWorld(Vec3 local) {
        return directionToWorld(local).plus(origin);
    }

    Vec3 directionToWorld(Vec3 d) {
        return new Vec3(cos * d.x() + sin * d.z(), d.y(), cos * d.z() - sin * d.x());
    }

    /** The same turn about a place given in this pose's own coordinates. */
    Pose shifted(double x, double y, double z) {
        return new Pose(toWorld(new Vec3(x, y, z)), cos, sin);
    }

    /** The same place with another turn. */
    Pose turnedTo(double turn) {
        return new Pose(origin, StrictMath.cos(turn), StrictMath.sin(turn));
    }
}

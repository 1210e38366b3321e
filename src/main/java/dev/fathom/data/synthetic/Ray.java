package dev.fathom.data.synthetic;

/** A half line; its points are {@code origin + t direction} with t above 0. The direction may have any length. */
record Ray(Vec3 origin, Vec3 direction) {
    /** What counts as having left the surface a ray starts on. */
    static final double EPSILON = 1e-6;

    Vec3 at(double t) {
        return origin.plus(direction.times(t));
    }
}

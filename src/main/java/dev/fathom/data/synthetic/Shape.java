package dev.fathom.data.synthetic;

/** A body a ray can meet. */
sealed interface Shape permits Solid, Ellipsoid, Column, Ground {
    /** The smallest t above 0 at which the ray enters, or infinity. */
    double distance(Ray ray);

    /** Outward unit normal at a point on the surface. */
    Vec3 normal(Vec3 point);

    Pose pose();

    Surface surface();

    /** A box in the world around the body. */
    Bounds bounds();
}

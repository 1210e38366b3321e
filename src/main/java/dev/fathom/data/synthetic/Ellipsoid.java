package dev.fathom.data.synthetic;

/**
 * A ball stretched along its own axes.
 *
 * @param radii half sizes along its own x, y, z
 * @param gaps share of its skin that is open, 0 for a closed body; gives foliage its ragged outline
 */
record Ellipsoid(Pose pose, Vec3 radii, double gaps, long seed, Surface surface) implements Shape {
    private static final double GAP_SIZE = 0.12;

    static Ellipsoid closed(Pose pose, double x, double y, double z, Surface surface) {
        return new Ellipsoid(pose, new Vec3(x, y, z), 0, 0, surface);
    }

    @Override
    public double distance(Ray ray) {
        Vec3 origin = scaled(pose.toLocal(ray.origin()));
        Vec3 direction = scaled(pose.directionToLocal(ray.direction()));
        double a = direction.dot(direction);
        double b = origin.dot(direction);
        double root = b * b - a * (origin.dot(origin) - 1);
        if (root < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double half = Math.sqrt(root);
        double near = (-b - half) / a;
        if (near > Ray.EPSILON && !open(ray.at(near))) {
            return near;
        }
        // Through a gap the inside of the far skin shows.
        double far = (-b + half) / a;
        return gaps > 0 && far > Ray.EPSILON && !open(ray.at(far)) ? far : Double.POSITIVE_INFINITY;
    }

    private Vec3 scaled(Vec3 v) {
        return new Vec3(v.x() / radii.x(), v.y() / radii.y(), v.z() / radii.z());
    }

    private boolean open(Vec3 point) {
        return gaps > 0 && Noise.at(seed, point.x() / GAP_SIZE, point.y() / GAP_SIZE, point.z() / GAP_SIZE) < gaps;
    }

    @Override
    public Vec3 normal(Vec3 point) {
        Vec3 local = scaled(scaled(pose.toLocal(point)));
        return pose.directionToWorld(local).unit();
    }

    @Override
    public Bounds bounds() {
        return new Bounds(radii.times(-1), radii).placed(pose);
    }
}

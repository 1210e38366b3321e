package dev.fathom.data.synthetic;

/** The plane y = 0. */
record Ground(Surface surface) implements Shape {
    private static final Pose ORIGIN = Pose.at(0, 0, 0, 0);
    private static final Vec3 UP = new Vec3(0, 1, 0);
    private static final double EXTENT = 1e6;

    @Override
    public double distance(Ray ray) {
        double down = -ray.direction().y();
        return down > 0 ? ray.origin().y() / down : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec3 normal(Vec3 point) {
        return UP;
    }

    @Override
    public Pose pose() {
        return ORIGIN;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(new Vec3(-EXTENT, 0, -EXTENT), new Vec3(EXTENT, 0, EXTENT));
    }
}

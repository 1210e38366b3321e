package dev.fathom.data.synthetic;

/** An upright cylinder that stands on its pose's origin. */
record Column(Pose pose, double radius, double height, Surface surface) implements Shape {
    private static final Vec3 UP = new Vec3(0, 1, 0);

    @Override
    public double distance(Ray ray) {
        Vec3 o = ray.origin().minus(pose.origin());
        Vec3 d = ray.direction();
        double a = d.x() * d.x() + d.z() * d.z();
        double b = o.x() * d.x() + o.z() * d.z();
        double root = b * b - a * (o.x() * o.x() + o.z() * o.z() - radius * radius);
        if (root < 0 || a == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double side = (-b - Math.sqrt(root)) / a;
        double y = o.y() + side * d.y();
        if (side > Ray.EPSILON && y >= 0 && y <= height) {
            return side;
        }
        return top(o, d);
    }

    private double top(Vec3 o, Vec3 d) {
        double t = (height - o.y()) / d.y();
        if (!(d.y() < 0) || !(t > Ray.EPSILON)) {
            return Double.POSITIVE_INFINITY;
        }
        double x = o.x() + t * d.x();
        double z = o.z() + t * d.z();
        return x * x + z * z <= radius * radius ? t : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec3 normal(Vec3 point) {
        Vec3 local = point.minus(pose.origin());
        return local.y() > height - 1e-6 ? UP : new Vec3(local.x(), 0, local.z()).unit();
    }

    @Override
    public Bounds bounds() {
        Vec3 o = pose.origin();
        return new Bounds(
                new Vec3(o.x() - radius, o.y(), o.z() - radius),
                new Vec3(o.x() + radius, o.y() + height, o.z() + radius));
    }
}

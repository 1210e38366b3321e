package dev.fathom.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/** A convex body with flat faces, given as half spaces in its own coordinates. */
record Solid(Pose pose, Face[] faces, Bounds bounds, Surface surface) implements Shape {

    /** The points with {@code normal . p <= offset}; the normal has length 1. */
    record Face(Vec3 normal, double offset) {
        static Face through(Vec3 point, Vec3 direction) {
            Vec3 normal = direction.unit();
            return new Face(normal, normal.dot(point));
        }
    }

    /** A box that stands on the pose's origin. */
    static Solid box(Pose pose, double halfX, double height, double halfZ, Surface surface) {
        return prism(
                pose, new double[][] {{-halfZ, 0}, {halfZ, 0}, {halfZ, height}, {-halfZ, height}}, halfX, 0, surface);
    }

    /**
     * A convex outline in the (z, y) plane, drawn out along x.
     *
     * @param outline corners (z, y), turning from +z towards +y
     * @param halfX half width at y = 0
     * @param lean how much the sides lean inwards for each unit of height
     */
    static Solid prism(Pose pose, double[][] outline, double halfX, double lean, Surface surface) {
        List<Face> faces = new ArrayList<>();
        List<Vec3> corners = new ArrayList<>();
        for (int i = 0; i < outline.length; i++) {
            double[] a = outline[i];
            double[] b = outline[(i + 1) % outline.length];
            faces.add(Face.through(new Vec3(0, a[1], a[0]), new Vec3(0, a[0] - b[0], b[1] - a[1])));
            corners.add(new Vec3(halfX, a[1], a[0]));
            corners.add(new Vec3(-halfX, a[1], a[0]));
        }
        faces.add(Face.through(new Vec3(halfX, 0, 0), new Vec3(1, lean, 0)));
        faces.add(Face.through(new Vec3(-halfX, 0, 0), new Vec3(-1, lean, 0)));
        return new Solid(
                pose, faces.toArray(Face[]::new), Bounds.around(corners).placed(pose), surface);
    }

    @Override
    public double distance(Ray ray) {
        Vec3 origin = pose.toLocal(ray.origin());
        Vec3 direction = pose.directionToLocal(ray.direction());
        double enter = Double.NEGATIVE_INFINITY;
        double leave = Double.POSITIVE_INFINITY;
        for (Face face : faces) {

            double room = face.offset() - face.normal().dot(origin);
            double speed = face.normal().dot(direction);
            if (speed < 0) {
                enter = Math.max(enter, room / speed);
            } else if (speed > 0) {
                leave = Math.min(leave, room / speed);
            } else if (room < 0) {
                return Double.POSITIVE_INFINITY;
            }
            if (enter > leave) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return enter > Ray.EPSILON ? enter : Double.POSITIVE_INFINITY;
    }

    @Override
    public Vec3 normal(Vec3 point) {
        Vec3 local = pose.toLocal(point);
        Face nearest = faces[0];
        double best = Double.NEGATIVE_INFINITY;
        for (Face face : faces) {
            double outside = face.normal().dot(local) - face.offset();
            if (outside > best) {
                best = outside;
                nearest = face;
            }
        }
        return pose.directionToWorld(nearest.normal());
    }
}

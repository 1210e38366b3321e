package dev.fathom.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * A pinhole camera. Rays have a part of exactly 1 along {@code forward}, so a ray's t is the depth z.
 *
 * @param focal in pixels
 */
record Camera(Vec3 position, Vec3 right, Vec3 up, Vec3 forward, double focal, int width, int height) {

    /** A camera looking from a place; yaw turns from z towards x, pitch upwards, roll clockwise, in radians. */
    static Camera looking(Vec3 position, double yaw, double pitch, double roll, double focal, int width, int height) {
        Vec3 forward = Vec3.direction(pitch, yaw);
        Vec3 level = new Vec3(StrictMath.cos(yaw), 0, -StrictMath.sin(yaw));
        Vec3 above = Vec3.direction(pitch + StrictMath.PI / 2, yaw);
        double cos = StrictMath.cos(roll);
        double sin = StrictMath.sin(roll);
        Vec3 right = level.times(cos).plus(above.times(-sin));
        Vec3 up = above.times(cos).plus(level.times(sin));
        return new Camera(position, right, up, forward, focal, width, height);
    }

    /** The ray through a point of the image; the centre of the first pixel is (0.5, 0.5). */
    Ray ray(double px, double py) {
        double u = (px - width / 2.0) / focal;
        double v = (height / 2.0 - py) / focal;
        return new Ray(position, forward.plus(right.times(u)).plus(up.times(v)));
    }

    /** Depth z of a point. */
    double depth(Vec3 point) {
        return point.minus(position).dot(forward);
    }

    /** Image column of a point in front of the camera. */
    double column(Vec3 point) {
        return width / 2.0 + focal * point.minus(position).dot(right) / depth(point);
    }

    /** Image row of a point in front of the camera. */
    double row(Vec3 point) {
        return height / 2.0 - focal * point.minus(position).dot(up) / depth(point);
    }

    /** Points whose image outlines the part of a box that lies at least {@code near} before the camera. */
    List<Vec3> inFront(Bounds box, double near) {
        List<Vec3> corners = box.corners();
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            double depth = depth(corners.get(i));
            if (depth >= near) {
                points.add(corners.get(i));
                continue;
            }
            // An edge joins two corners whose numbers differ in one bit; cut it where it comes into view.
            for (int axis = 1; axis < corners.size(); axis <<= 1) {
                Vec3 other = corners.get(i ^ axis);
                double otherDepth = depth(other);
                if (otherDepth >= near) {
                    double share = (near - depth) / (otherDepth - depth);
                    points.add(corners.get(i).plus(other.minus(corners.get(i)).times(share)));
                }
            }
        }
        return points;
    }
}

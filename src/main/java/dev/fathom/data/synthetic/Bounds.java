package dev.fathom.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/** A box along the axes that holds a thing. */
record Bounds(Vec3 min, Vec3 max) {
    List<Vec3> corners() {
        List<Vec3> corners = new ArrayList<>(8);
        for (int i = 0; i < 8; i++) {
            corners.add(new Vec3(
                    (i & 1) == 0 ? min.x() : max.x(),
                    (i & 2) == 0 ? min.y() : max.y(),
                    (i & 4) == 0 ? min.z() : max.z()));
        }
        return corners;
    }

    /** The box in the world around this box of a turned thing. */
    Bounds placed(Pose pose) {
        return around(corners().stream().map(pose::toWorld).toList());
    }

    static Bounds around(List<Vec3> points) {
        double x0 = Double.POSITIVE_INFINITY;
        double y0 = x0;
        double z0 = x0;
        double x1 = Double.NEGATIVE_INFINITY;
        double y1 = x1;
        double z1 = x1;
        for (Vec3 p : points) {
            x0 = Math.min(x0, p.x());
            y0 = Math.min(y0, p.y());
            z0 = Math.min(z0, p.z());
            x1 = Math.max(x1, p.x());
            y1 = Math.max(y1, p.y());
            z1 = Math.max(z1, p.z());
        }
        return new Bounds(new Vec3(x0, y0, z0), new Vec3(x1, y1, z1));
    }
}

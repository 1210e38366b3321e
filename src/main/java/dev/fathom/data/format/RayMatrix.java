package dev.fathom.data.format;

import java.util.List;

/**
 * How the rays of a Hypersim camera run: {@code M_cam_from_uv}, which takes (u, v, 1) with u from -1 on the left to 1 on
 * the right and v from -1 at the bottom to 1 on top to a direction, looking along -z. It covers the scenes with shifted
 * and tilted lenses. Source: ml-hypersim, contrib/mikeroberts3000.
 *
 * @param rows nine numbers, row by row
 */
record RayMatrix(List<Double> rows) {
    /** Of most scenes: 60 degrees wide at 1024x768, a focal length of 886.81 pixels. */
    static final RayMatrix USUAL = diagonal(Math.tan(Math.PI / 6), Math.tan(Math.PI / 6) * 768 / 1024);

    private static final double STRAIGHT = 1e-9;

    RayMatrix {
        rows = List.copyOf(rows);
        if (rows.size() != 9) {
            throw new IllegalArgumentException(rows.size() + " numbers for a matrix of 3x3");
        }
    }

    private static RayMatrix diagonal(double right, double up) {
        return new RayMatrix(List.of(right, 0.0, 0.0, 0.0, up, 0.0, 0.0, 0.0, -1.0));
    }

    /** Whether the axis goes through the middle and the image plane is straight, so that a focal length says it all. */
    boolean isPinhole() {
        RayMatrix straight = diagonal(rows.get(0), rows.get(4));
        for (int i = 0; i < rows.size(); i++) {
            if (Math.abs(rows.get(i) - straight.rows.get(i)) > STRAIGHT) {
                return false;
            }
        }
        return rows.get(0) > 0 && rows.get(4) > 0;
    }

    /** Focal length along the width, in pixels of a picture of this width. */
    double focalX(int width) {
        return width / (2 * rows.get(0));
    }

    /** Focal length along the height, in pixels of a picture of this height. */
    double focalY(int height) {
        return height / (2 * rows.get(4));
    }

    /** Depth along the axis for each metre along the ray of a pixel, at most 1. */
    double depthPerRay(int column, int row, int width, int height) {
        double u = (2 * column + 1.0) / width - 1;
        double v = 1 - (2 * row + 1.0) / height;
        double x = component(0, u, v);
        double y = component(3, u, v);
        double z = component(6, u, v);
        return -z / Math.sqrt(x * x + y * y + z * z);
    }

    private double component(int first, double u, double v) {
        return rows.get(first) * u + rows.get(first + 1) * v + rows.get(first + 2);
    }
}

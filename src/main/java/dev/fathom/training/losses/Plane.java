package dev.fathom.training.losses;

/** Three points in space, in metres, and the plane that they span. */
record Plane(double[] a, double[] b, double[] c) {
    /** Where the points span less (twice the area of their triangle, in square metres), the normal turns too fast to follow. */
    private static final double SMALLEST = 1e-6;

    /** The L1 distance of the unit normals; points on a line have a normal of zeros. */
    double distance(Plane other) {
        double[] n = unitNormal();
        double[] m = other.unitNormal();
        return Math.abs(n[0] - m[0]) + Math.abs(n[1] - m[1]) + Math.abs(n[2] - m[2]);
    }

    /** The slopes of {@link #distance} with respect to the three points. */
    double[][] slopes(Plane other) {
        double[] toB = minus(b, a);
        double[] toC = minus(c, a);
        double length = length(cross(toB, toC));
        double[] n = unitNormal();
        double[] m = other.unitNormal();
        double[] sign = {Math.signum(n[0] - m[0]), Math.signum(n[1] - m[1]), Math.signum(n[2] - m[2])};
        double along = dot(sign, n);
        double[] g = new double[3];
        for (int i = 0; i < 3 && length > 0; i++) {
            g[i] = (sign[i] - along * n[i]) / Math.max(length, SMALLEST);
        }
        double[] slopeB = cross(toC, g);
        double[] slopeC = cross(g, toB);
        double[] slopeA = {-slopeB[0] - slopeC[0], -slopeB[1] - slopeC[1], -slopeB[2] - slopeC[2]};
        return new double[][] {slopeA, slopeB, slopeC};
    }

    private double[] unitNormal() {
        double[] n = cross(minus(b, a), minus(c, a));
        double length = length(n);
        return length == 0 ? n : new double[] {n[0] / length, n[1] / length, n[2] / length};
    }

    static double[] minus(double[] p, double[] q) {
        return new double[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]};
    }

    static double dot(double[] p, double[] q) {
        return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
    }

    static double length(double[] p) {
        return Math.sqrt(dot(p, p));
    }

    private static double[] cross(double[] p, double[] q) {
        return new double[] {p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]};
    }
}

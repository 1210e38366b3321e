package dev.fathom.training.losses;

import java.util.function.IntToDoubleFunction;

/**
 * Where the cells of a grid look: cell (u, v) at depth d is the point {@code d ((u - u0) / fx, (v - v0) / fy, 1)} with
 * whole-number centres {@code u0 = width / 2} and {@code v0 = height / 2}, as the codes of virtual normals have it.
 *
 * @param x horizontal slope of each cell
 * @param y vertical slope of each cell
 */
record Rays(double[] x, double[] y) {

    /** For a grid to which a picture of the truth's size has been brought down. */
    static Rays of(DepthGrid grid, Truth truth, FocalLengths camera) {
        double focalX = camera.focalX() * grid.width() / truth.width();
        double focalY = camera.focalY() * grid.height() / truth.height();
        double[] x = new double[grid.cells()];
        double[] y = new double[grid.cells()];
        for (int cell = 0; cell < grid.cells(); cell++) {
            x[cell] = (cell % grid.width() - grid.width() / 2) / focalX;
            y[cell] = (cell / grid.width() - grid.height() / 2) / focalY;
        }
        return new Rays(x, y);
    }

    /** The plane through three cells of the image whose values begin at {@code first}. */
    Plane plane(int[] triplet, IntToDoubleFunction metres, int first) {
        double[][] points = new double[3][];
        for (int corner = 0; corner < 3; corner++) {
            int cell = triplet[corner];
            double d = metres.applyAsDouble(first + cell);
            points[corner] = new double[] {d * x[cell], d * y[cell], d};
        }
        return new Plane(points[0], points[1], points[2]);
    }

    /** The part of a slope in space that changing the cell's depth follows. */
    double along(int cell, double[] slope) {
        return slope[0] * x[cell] + slope[1] * y[cell] + slope[2];
    }
}

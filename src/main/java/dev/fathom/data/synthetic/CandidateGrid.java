package dev.fathom.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells of a plane, each with the shapes whose shadow on that plane touches it: which shapes a ray can meet at all, for
 * rays that all start at one point (the image) or all run in one direction (light).
 */
final class CandidateGrid {
    private static final Candidate[] NONE = {};

    private final double left;
    private final double top;
    private final double cell;
    private final int columns;
    private final int rows;
    private final List<List<Candidate>> filling = new ArrayList<>();
    private final Candidate[][] cells;

    /**
     * A shape that may be met.
     *
     * @param from a t before which no ray meets it
     */
    record Candidate(Shape shape, double from) {}

    CandidateGrid(double left, double top, double cell, int columns, int rows) {
        this.left = left;
        this.top = top;
        this.cell = cell;
        this.columns = columns;
        this.rows = rows;
        this.cells = new Candidate[columns * rows][];
        for (int i = 0; i < columns * rows; i++) {
            filling.add(new ArrayList<>());
        }
    }

    /** Adds a candidate to the cells that a rectangle touches; cells keep the order of adding. */
    void add(Candidate candidate, double u0, double v0, double u1, double v1) {
        int c0 = clamp((u0 - left) / cell, columns);
        int c1 = clamp((u1 - left) / cell, columns);
        int r0 = clamp((v0 - top) / cell, rows);
        int r1 = clamp((v1 - top) / cell, rows);
        boolean outside = u1 < left || v1 < top || u0 > left + columns * cell || v0 > top + rows * cell;
        for (int r = r0; r <= r1 && !outside; r++) {
            for (int c = c0; c <= c1; c++) {
                filling.get(r * columns + c).add(candidate);
            }
        }
    }

    private static int clamp(double v, int size) {
        return Math.max(0, Math.min(size - 1, Noise.floor(Math.max(-1e6, Math.min(1e6, v)))));
    }

    /** The candidates at a place; none outside the grid. */
    Candidate[] at(double u, double v) {
        double column = (u - left) / cell;
        double row = (v - top) / cell;
        if (!(column >= 0 && column < columns && row >= 0 && row < rows)) {
            return NONE;
        }
        int index = (int) row * columns + (int) column;
        if (cells[index] == null) {
            cells[index] = filling.get(index).toArray(NONE);
        }
        return cells[index];
    }
}

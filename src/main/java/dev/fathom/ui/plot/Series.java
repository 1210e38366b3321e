package dev.fathom.ui.plot;

import java.util.Arrays;

/** Points (x, y) with rising x, in primitive arrays that grow. Not safe for several threads. */
public final class Series {
    private static final int INITIAL = 256;

    private double[] x = new double[INITIAL];
    private double[] y = new double[INITIAL];
    private int size;

    /**
     * Appends a point; one that is not finite is passed over. Points from the same x on are replaced, as by a run that
     * was resumed and repeats some steps.
     */
    public void add(double px, double py) {
        if (!Double.isFinite(py)) {
            return;
        }
        while (size > 0 && x[size - 1] >= px) {
            size--;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        size++;
    }

    public int size() {
        return size;
    }

    public double x(int i) {
        return x[i];
    }

    public double y(int i) {
        return y[i];
    }

    /** X of the last point, NaN if there is none. */
    public double lastX() {
        return size == 0 ? Double.NaN : x[size - 1];
    }

    /** Index of the point whose x is nearest, -1 if there is none. */
    public int nearest(double px) {
        if (size == 0) {
            return -1;
        }
        int i = Arrays.binarySearch(x, 0, size, px);
        if (i >= 0) {
            return i;
        }
        int right = -i - 1;
        if (right == 0) {
            return 0;
        }
        if (right == size) {
            return size - 1;
        }
        return px - x[right - 1] <= x[right] - px ? right - 1 : right;
    }
}

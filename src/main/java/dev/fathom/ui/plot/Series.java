package dev.fathom.ui.plot;

import java.util.Arrays;

/**
 * Points (x, y) with rising x and the seconds at which they came, in primitive arrays that grow. Not safe for several
 * threads.
 */
public final class Series {
    private static final int INITIAL = 256;

    private double[] x = new double[INITIAL];
    private double[] y = new double[INITIAL];
    private double[] seconds = new double[INITIAL];
    private int size;

    /** Appends a point whose time does not matter. */
    public void add(double px, double py) {
        add(px, py, px);
    }

    /**
     * Appends a point; one that is not finite is passed over. Points from the same x on are replaced, as by a run that
     * was resumed and repeats some steps.
     */
    public void add(double px, double py, double at) {
        if (!Double.isFinite(py)) {
            return;
        }
        while (size > 0 && x[size - 1] >= px) {
            size--;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        seconds[size] = at;
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

    /** Seconds from the beginning to the i-th point. */
    public double seconds(int i) {
        return seconds[i];
    }

    /** X of the last point, NaN if there is none. */
    public double lastX() {
        return size == 0 ? Double.NaN : x[size - 1];
    }
}

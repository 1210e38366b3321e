package dev.fathom.training.losses;

import java.util.stream.IntStream;

/**
 * The cells around which prediction and truth have Sobel differences.
 *
 * @param centres places in the arrays of both, all nine cells around them valid
 */
record SobelCells(DepthGrid prediction, TruthGrid truth, int[] centres) {
    private static final int[] RISE = {-1, 0, 1};
    private static final int[] SMOOTH = {1, 2, 1};
    private static final int SIDE = 3;

    static SobelCells of(DepthGrid prediction, TruthGrid truth) {
        int[] centres = IntStream.range(0, prediction.metres().length)
                .filter(cell -> isInside(cell, truth) && isWhole(cell, truth))
                .toArray();
        return new SobelCells(prediction, truth, centres);
    }

    private static boolean isInside(int cell, TruthGrid truth) {
        int x = cell % truth.width();
        int y = cell / truth.width() % truth.height();
        return x > 0 && y > 0 && x < truth.width() - 1 && y < truth.height() - 1;
    }

    private static boolean isWhole(int cell, TruthGrid truth) {
        return IntStream.range(0, SIDE * SIDE).allMatch(k -> truth.valid()[neighbour(cell, k, truth.width())]);
    }

    /** The k-th of the nine cells around one, row by row. */
    private static int neighbour(int cell, int k, int width) {
        return cell + (k / SIDE - 1) * width + k % SIDE - 1;
    }

    /** The mean over the cells, 0 without any; its gradient with respect to the prediction is added to zeros. */
    double mean(SobelLoss loss, double[] gradient) {
        double[] p = new double[2];
        double[] t = new double[2];
        double[] slope = new double[2];
        double sum = 0;
        for (int centre : centres) {
            differences(centre, p, t);
            sum += loss.at(p, t, slope);
            for (int k = 0; k < SIDE * SIDE; k++) {
                double along = slope[0] * acrossX(k) + slope[1] * acrossY(k);
                gradient[neighbour(centre, k, truth.width())] += along / centres.length;
            }
        }
        return centres.length == 0 ? 0 : sum / centres.length;
    }

    private void differences(int centre, double[] p, double[] t) {
        p[0] = 0;
        p[1] = 0;
        t[0] = 0;
        t[1] = 0;
        for (int k = 0; k < SIDE * SIDE; k++) {
            int cell = neighbour(centre, k, truth.width());
            p[0] += acrossX(k) * prediction.metres()[cell];
            p[1] += acrossY(k) * prediction.metres()[cell];
            t[0] += acrossX(k) * truth.metres()[cell];
            t[1] += acrossY(k) * truth.metres()[cell];
        }
    }

    private static int acrossX(int k) {
        return RISE[k % SIDE] * SMOOTH[k / SIDE];
    }

    private static int acrossY(int k) {
        return RISE[k / SIDE] * SMOOTH[k % SIDE];
    }
}

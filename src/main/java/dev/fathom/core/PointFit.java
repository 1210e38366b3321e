package dev.fathom.core;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What turns relative predictions into metres, found from a few pixels whose distance is known.
 *
 * @param space in which the line was fitted
 * @param line from the predicted to the known quantity
 * @param used which points the line rests on; a robust fit leaves outliers out
 * @param residuals predicted less known, in metres, of every point
 */
public record PointFit(Space space, Line line, boolean[] used, double[] residuals) {

    /** The quantity in which prediction and metres are taken to lie on a line. */
    public enum Space {
        /** Metres. */
        DEPTH {
            @Override
            double of(double metres) {
                return metres;
            }

            @Override
            double metres(double value) {
                return value > 0 ? value : Double.NaN;
            }
        },
        /** One over metres, as networks of the MiDaS kind predict it; what is not positive is infinitely far. */
        INVERSE {
            @Override
            double of(double metres) {
                return 1 / metres;
            }

            @Override
            double metres(double value) {
                return value > 0 ? 1 / value : Double.POSITIVE_INFINITY;
            }
        };

        /** The quantity of a depth. */
        abstract double of(double metres);

        /** The depth of a quantity, NaN if there is none. */
        abstract double metres(double value);
    }

    /** What is free. */
    public enum Freedom {
        /** One factor. */
        SCALE(2),
        /** A factor and an offset. */
        SCALE_SHIFT(3);

        /** One more than there are unknowns, so that the residuals say something. */
        private final int leastPoints;

        Freedom(int leastPoints) {
            this.leastPoints = leastPoints;
        }

        Line fit(double[] x, double[] y) {
            return this == SCALE ? Line.throughZero(x, y) : Line.fitted(x, y);
        }
    }

    /**
     * Fits a line.
     *
     * @param predicted relative depth, the same that {@link #metres} is given later
     * @param metres known depth of the same points, above 0
     * @param robust leaves outliers out: see {@link LeastQuantile}
     * @throws UserException if there are too few points, they lie too close together, or the prediction runs the other way
     */
    public static PointFit of(double[] predicted, double[] metres, Space space, Freedom freedom, boolean robust) {
        double[] x = Arrays.stream(predicted).map(space::of).toArray();
        double[] y = Arrays.stream(metres).map(space::of).toArray();
        requireEnough(x, freedom, robust);
        boolean[] used = new boolean[x.length];
        Arrays.fill(used, true);
        if (robust) {
            used = LeastQuantile.inliers(x, y, freedom);
        }
        Line line = freedom.fit(only(used, x), only(used, y));
        requireForward(line);
        double[] residuals = IntStream.range(0, x.length)
                .mapToDouble(i -> space.metres(line.at(x[i])) - metres[i])
                .toArray();
        return new PointFit(space, line, used, residuals);
    }

    private static void requireEnough(double[] x, Freedom freedom, boolean robust) {
        int least = freedom.leastPoints + (robust ? 1 : 0);
        if (x.length < least) {
            throw new UserException(
                    "There are " + x.length + " points on pixels with a prediction, and this fit needs " + least,
                    freedom == Freedom.SCALE ? "Add points" : "Add points, or fit a scale alone (--fit scale)");
        }
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        if (freedom == Freedom.SCALE_SHIFT && !(high - low > Math.ulp((float) Math.max(high, -low)))) {
            throw new UserException(
                    "All points lie where the prediction is the same, which says nothing about scale and shift",
                    "Choose points at different distances, or fit a scale alone (--fit scale)");
        }
    }

    private static void requireForward(Line line) {
        if (!(line.scale() > 0)) {
            throw new UserException(
                    "What is predicted farther is nearer according to the points (scale " + line.scale() + ")",
                    "Check the points' columns and rows, leave outliers out with --robust, and if the files hold inverse"
                            + " depth, say --inverse");
        }
    }

    private static double[] only(boolean[] used, double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> used[i])
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** The depth of a prediction, NaN if it would not be in front of the camera. */
    public double metres(double predicted) {
        return space.metres(line.at(space.of(predicted)));
    }

    /** A whole map in metres; what is not in front of the camera, or infinitely far, is invalid. */
    public DepthMap apply(DepthMap relative) {
        float[] metres = new float[relative.metres().length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = (float) metres(relative.metres()[i]);
        }
        return DepthMap.ofPositive(relative.width(), relative.height(), metres);
    }

    /** Root mean square of the residuals of the points that were used, in metres. */
    public double rmse() {
        return Math.sqrt(
                Arrays.stream(only(used, residuals)).map(r -> r * r).average().orElseThrow());
    }

    /** How many points were used. */
    public int inliers() {
        return only(used, residuals).length;
    }
}

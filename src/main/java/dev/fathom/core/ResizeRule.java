package dev.fathom.core;

import java.util.BitSet;
import java.util.stream.IntStream;

/** How a prediction becomes as large as the truth it is scored against. */
public enum ResizeRule {
    /** Source index {@code floor(i * in / out)}, as PyTorch's nearest: the Mobile AI challenge and LiteDepth. */
    NEAREST("nearest neighbour") {
        @Override
        double position(int i, int in, int out) {
            return (int) ((long) i * in / out);
        }
    },
    /** Corners on corners, {@code i * (in - 1) / (out - 1)}: the evaluation code of AdaBins. */
    CORNERS("bilinear, corners aligned") {
        @Override
        double position(int i, int in, int out) {
            return out == 1 ? 0 : (double) i * (in - 1) / (out - 1);
        }
    },
    /** Pixel centres at halves, {@code (i + 0.5) * in / out - 0.5}: OpenCV's INTER_LINEAR. */
    CENTRES("bilinear, pixel centres at halves") {
        @Override
        double position(int i, int in, int out) {
            return Math.min(Math.max((i + 0.5) * in / out - 0.5, 0), in - 1);
        }
    };

    private final String rule;

    ResizeRule(String rule) {
        this.rule = rule;
    }

    /** In words, for a protocol's rules. */
    public String rule() {
        return rule;
    }

    /** Place in the source, in pixels from the centre of the first one. */
    abstract double position(int i, int in, int out);

    /**
     * The map in another size. A pixel is valid if the nearest one of the source is, and then the mean of the valid ones
     * around it by their distance; where the nearest one is not, it is taken over as it is.
     */
    public DepthMap resize(DepthMap map, int width, int height) {
        if (width == map.width() && height == map.height()) {
            return map;
        }
        double[] columns = positions(map.width(), width);
        double[] rows = positions(map.height(), height);
        float[] metres = new float[width * height];
        BitSet valid = new BitSet(metres.length);
        int to = 0;
        for (double row : rows) {
            int nearestRow = (int) Math.round(row) * map.width();
            for (double column : columns) {
                int nearest = nearestRow + (int) Math.round(column);
                boolean usable = map.valid().get(nearest);
                if (usable) {
                    valid.set(to);
                }
                boolean between = column != (int) column || row != (int) row;
                metres[to++] = usable && between ? mean(map, column, row) : map.metres()[nearest];
            }
        }
        return new DepthMap(width, height, metres, ValidMask.of(width, height, valid));
    }

    private double[] positions(int in, int out) {
        return IntStream.range(0, out).mapToDouble(i -> position(i, in, out)).toArray();
    }

    private static float mean(DepthMap map, double x, double y) {
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, map.width() - 1);
        int bottom = Math.min(top + 1, map.height() - 1);
        double sum = 0;
        double weights = 0;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int index = row * map.width() + column;
                if (map.valid().get(index)) {
                    double weight = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
                    sum += weight * map.metres()[index];
                    weights += weight;
                }
            }
        }
        return (float) (sum / weights);
    }
}

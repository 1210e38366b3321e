package dev.fathom.core;

import java.util.Arrays;

/**
 * Scores the pixels whose truth lies inside a range and a crop, after clamping the prediction to that range. A prediction
 * that is not a number counts as the nearest, one that is infinite as the farthest depth; none is left out.
 *
 * @param min metres; the truth must lie above
 * @param max metres; the truth must lie below
 */
record RangeProtocol(String name, double min, double max, Crop crop, Alignment alignment) implements Protocol {

    @Override
    public String rules() {
        return crop.rule() + ", valid pixels with truth above " + min + " and below " + max
                + " m, prediction clamped to" + " that range, " + alignment.rule();
    }

    @Override
    public ErrorSums sums(DepthMap prediction, DepthMap truth) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new IllegalArgumentException(prediction + " scored against " + truth);
        }
        int[] scored = scored(truth);
        if (scored.length == 0) {
            return ErrorSums.NONE;
        }
        double[] g = Arrays.stream(scored).mapToDouble(i -> truth.metres()[i]).toArray();
        double[] p = Arrays.stream(scored)
                .mapToDouble(i -> finite(prediction.metres()[i]))
                .toArray();
        double[] clamped =
                Arrays.stream(alignment.apply(p, g)).map(this::clamped).toArray();
        return ErrorSums.of(clamped, g);
    }

    /** Indices of the pixels that count. */
    private int[] scored(DepthMap truth) {
        Crop.Window window = crop.of(truth.height(), truth.width());
        int[] found = new int[truth.metres().length];
        int n = 0;
        for (int y = window.top(); y < window.bottom(); y++) {
            for (int x = window.left(); x < window.right(); x++) {
                int i = y * truth.width() + x;
                float metres = truth.metres()[i];
                if (truth.valid().get(i) && metres > min && metres < max) {
                    found[n++] = i;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    private double finite(float metres) {
        if (Float.isNaN(metres)) {
            return min;
        }
        return alignment == Alignment.NONE ? metres : clamped(metres);
    }

    private double clamped(double metres) {
        return Math.min(Math.max(metres, min), max);
    }
}

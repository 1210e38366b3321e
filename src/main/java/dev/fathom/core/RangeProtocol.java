package dev.fathom.core;

import java.util.Arrays;

/**
 * Scores the pixels whose truth lies inside a range and a crop, after clamping the prediction to that range. A prediction
 * that is not a number counts as the nearest, one that is infinite as the farthest depth; none is left out.
 *
 * @param min metres; the truth must lie above
 * @param max metres; the truth must lie below
 */
record RangeProtocol(
        String name, double min, double max, Crop crop, Alignment alignment, ResizeRule resize, DepthBands bands)
        implements Protocol {

    @Override
    public String rules() {
        return crop.rule() + ", valid pixels with truth above " + min + " and below " + max
                + " m, prediction of another size resized (" + resize.rule() + "), " + alignment.rule()
                + ", then clamped to that range";
    }

    @Override
    public ScoredPixels scored(DepthMap prediction, DepthMap truth) {
        if (prediction.width() != truth.width() || prediction.height() != truth.height()) {
            throw new IllegalArgumentException(prediction + " scored against " + truth);
        }
        int[] places = places(truth);
        double[] g = Arrays.stream(places).mapToDouble(i -> truth.metres()[i]).toArray();
        double[] p = Arrays.stream(places)
                .mapToDouble(i -> predicted(prediction.metres()[i]))
                .toArray();
        double[] metres = places.length == 0 ? p : alignment.apply(p, g);
        double[] clamped = Arrays.stream(metres).map(this::clamped).toArray();
        return new ScoredPixels(truth.width(), truth.height(), places, clamped, g);
    }

    /** Indices of the pixels that count. */
    private int[] places(DepthMap truth) {
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

    /** Zero stands for nothing predicted, which an alignment must not take for a distance. */
    private static double predicted(float metres) {
        return metres == 0 ? Double.NaN : metres;
    }

    private double clamped(double metres) {
        return Double.isNaN(metres) ? min : Math.min(Math.max(metres, min), max);
    }
}

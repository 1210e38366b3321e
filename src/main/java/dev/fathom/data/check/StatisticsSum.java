package dev.fathom.data.check;

import dev.fathom.core.ImageSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Adds up the counts of many depth maps; safe from several threads. */
final class StatisticsSum {
    private static final double TAIL = 0.01;

    private final long[] bins = new long[DepthTally.BINS];
    private final long[] cellPixels = new long[DepthTally.ROWS * DepthTally.COLUMNS];
    private final long[] cellInvalid = new long[DepthTally.ROWS * DepthTally.COLUMNS];
    private final Map<String, Integer> pictureSizes = new TreeMap<>();
    private final Map<String, Integer> depthSizes = new TreeMap<>();
    private float[] medians = new float[1 << 8];
    private int valid;
    private int depths;
    private final StoredSteps steps = new StoredSteps();

    synchronized void addPicture(ImageSize size) {
        pictureSizes.merge(size.toString(), 1, Integer::sum);
    }

    synchronized void addDepth(ImageSize size, DepthTally tally) {
        depths++;
        steps.add(tally.steps);
        depthSizes.merge(size.toString(), 1, Integer::sum);
        add(bins, tally.bins);
        add(cellPixels, tally.cellPixels);
        add(cellInvalid, tally.cellInvalid);
        if (!Float.isNaN(tally.medianMetres)) {
            if (valid == medians.length) {
                medians = Arrays.copyOf(medians, 2 * valid);
            }
            medians[valid++] = tally.medianMetres;
        }
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** Of all stored whole numbers; complete when the work is done. */
    StoredSteps steps() {
        return steps;
    }

    synchronized DepthStatistics statistics() {
        Arrays.sort(medians, 0, valid);
        long pixels = Arrays.stream(cellPixels).sum();
        long invalid = Arrays.stream(cellInvalid).sum();
        return new DepthStatistics(
                depths,
                valid == 0 ? Double.NaN : medians[valid / 2],
                quantile(TAIL),
                quantile(1 - TAIL),
                IntStream.rangeClosed(0, DepthTally.BINS)
                        .mapToObj(DepthTally::lowerEnd)
                        .toList(),
                Arrays.stream(bins).boxed().toList(),
                pixels == 0 ? Double.NaN : (double) invalid / pixels,
                DepthTally.ROWS,
                DepthTally.COLUMNS,
                mask(),
                frequentFirst(pictureSizes),
                frequentFirst(depthSizes));
    }

    /** Middle of the bin in which a share of all pixels is reached. */
    private double quantile(double share) {
        long all = Arrays.stream(bins).sum();
        long sum = 0;
        for (int i = 0; i < bins.length; i++) {
            sum += bins[i];
            if (sum > 0 && sum >= share * all) {
                return Math.sqrt(DepthTally.lowerEnd(i) * DepthTally.lowerEnd(i + 1));
            }
        }
        return Double.NaN;
    }

    private List<Double> mask() {
        List<Double> mask = new ArrayList<>(cellPixels.length);
        for (int i = 0; i < cellPixels.length; i++) {
            mask.add(cellPixels[i] == 0 ? 0.0 : (double) cellInvalid[i] / cellPixels[i]);
        }
        return mask;
    }

    private static Map<String, Integer> frequentFirst(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}

package dev.fathom.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the losses of an epoch, image by image, so that small batches do not count for more. */
final class EpochSums {
    private static final String IMAGES = "images";
    private static final String TOTAL = "total";
    private static final String RATE = "learning_rate";
    private static final String TERM = "term/";

    private final Map<String, Double> sums;

    EpochSums() {
        this(Map.of());
    }

    /** Goes on from {@link #stored()}. */
    EpochSums(Map<String, Double> stored) {
        this.sums = new TreeMap<>(stored);
    }

    void add(StepLosses losses) {
        sums.merge(IMAGES, (double) losses.images(), Double::sum);
        sums.merge(TOTAL, losses.total() * losses.images(), Double::sum);
        losses.terms().forEach((name, value) -> sums.merge(TERM + name, value * losses.images(), Double::sum));
        sums.put(RATE, losses.learningRate());
    }

    /** The sums so far, for a checkpoint. */
    Map<String, Double> stored() {
        return Map.copyOf(sums);
    }

    /** Mean total, NaN before the first step. */
    double meanTotal() {
        return mean(TOTAL);
    }

    Map<String, Double> meanTerms(List<String> names) {
        Map<String, Double> means = new LinkedHashMap<>();
        names.forEach(name -> means.put(name, mean(TERM + name)));
        return means;
    }

    /** Learning rate of the last step, NaN before the first. */
    double learningRate() {
        return sums.getOrDefault(RATE, Double.NaN);
    }

    private double mean(String key) {
        return sums.getOrDefault(key, Double.NaN) / sums.getOrDefault(IMAGES, 1.0);
    }
}

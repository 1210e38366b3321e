package dev.fathom.prediction;

import dev.fathom.data.Sample;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which prediction belongs to which picture: the one of the same path without the ending, of the path with its folders
 * joined by underscores, or of the same name in whatever folder, if no other picture and no other prediction has it.
 */
final class PredictionNames {
    private final Map<String, String> predictionOf = new HashMap<>();
    private final Set<String> surplus;

    /** @param predictions paths without the ending, with slashes */
    PredictionNames(List<Sample> samples, Set<String> predictions) {
        Map<String, Integer> pictures = new HashMap<>();
        Map<String, Set<String>> byName = new HashMap<>();
        samples.forEach(sample -> pictures.merge(name(sample.stem()), 1, Integer::sum));
        predictions.forEach(
                p -> byName.computeIfAbsent(name(p), any -> new HashSet<>()).add(p));
        surplus = new TreeSet<>(predictions);
        for (Sample sample : samples) {
            String stem = sample.stem();
            String joined = stem.replace('/', '_');
            Set<String> alike = byName.getOrDefault(name(stem), Set.of());
            if (predictions.contains(stem)) {
                predictionOf.put(stem, stem);
            } else if (predictions.contains(joined)) {
                predictionOf.put(stem, joined);
            } else if (alike.size() == 1 && pictures.get(name(stem)) == 1) {
                predictionOf.put(stem, alike.iterator().next());
            }
        }
        surplus.removeAll(predictionOf.values());
    }

    private static String name(String stem) {
        return stem.substring(stem.lastIndexOf('/') + 1);
    }

    /** The prediction for a picture, if there is one. */
    Optional<String> of(Sample sample) {
        return Optional.ofNullable(predictionOf.get(sample.stem()));
    }

    /** Predictions that belong to no picture, sorted. */
    Set<String> surplus() {
        return surplus;
    }
}

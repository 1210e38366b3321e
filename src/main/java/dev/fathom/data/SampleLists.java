package dev.fathom.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The samples of a data set by what they are for.
 *
 * @param train pictures with depth to learn from
 * @param val pictures with depth to choose the best weights by
 * @param test pictures with depth to score in the end
 * @param unlabeled pictures for which no depth is needed
 */
public record SampleLists(List<Sample> train, List<Sample> val, List<Sample> test, List<Sample> unlabeled) {
    public SampleLists {
        train = List.copyOf(train);
        val = List.copyOf(val);
        test = List.copyOf(test);
        unlabeled = List.copyOf(unlabeled);
    }

    /** Pairs that nobody has divided yet. */
    public static SampleLists undivided(List<Sample> pairs) {
        return new SampleLists(pairs, List.of(), List.of(), List.of());
    }

    boolean isEmpty() {
        return train.isEmpty() && val.isEmpty() && test.isEmpty() && unlabeled.isEmpty();
    }

    /**
     * Everything with depth, what is in two splits once; stems of different samples that several splits have get the name
     * of their split in front.
     */
    List<Sample> labelled() {
        Map<Sample, String> splits = new LinkedHashMap<>();
        train.forEach(sample -> splits.putIfAbsent(sample, SplitList.TRAIN));
        val.forEach(sample -> splits.putIfAbsent(sample, SplitList.VAL));
        test.forEach(sample -> splits.putIfAbsent(sample, SplitList.TEST));
        Set<String> stems = new HashSet<>();
        if (splits.keySet().stream().allMatch(sample -> stems.add(sample.stem()))) {
            return List.copyOf(splits.keySet());
        }
        List<Sample> named = new ArrayList<>();
        splits.forEach((sample, split) -> named.add(sample.named(split + "/" + sample.stem())));
        return named;
    }
}

package dev.fathom.data.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Pairs of pictures and depth maps that were not taken at the same instant. Of all pairs less than a limit apart the
 * closest is taken first, then the closest of those left, and each file once. Source: associate.py of the TUM RGB-D
 * benchmark.
 */
final class Timestamps {
    /** The benchmark's limit, in seconds. */
    static final double LIMIT = 0.02;

    private Timestamps() {}

    /** Times of a picture and of a depth map, in seconds. */
    record Match(double picture, double depth) {
        double apart() {
            return Math.abs(picture - depth);
        }
    }

    /** @return sorted by the picture's time */
    static List<Match> match(NavigableMap<Double, String> pictures, NavigableMap<Double, String> depths) {
        List<Match> candidates = new ArrayList<>();
        for (double picture : pictures.keySet()) {
            for (double depth :
                    depths.subMap(picture - LIMIT, true, picture + LIMIT, true).keySet()) {
                Match match = new Match(picture, depth);
                if (match.apart() < LIMIT) {
                    candidates.add(match);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Match::apart)
                .thenComparingDouble(Match::picture)
                .thenComparingDouble(Match::depth));
        Set<Double> usedPictures = new HashSet<>();
        Set<Double> usedDepths = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match match : candidates) {
            if (!usedPictures.contains(match.picture()) && !usedDepths.contains(match.depth())) {
                usedPictures.add(match.picture());
                usedDepths.add(match.depth());
                matches.add(match);
            }
        }
        matches.sort(Comparator.comparingDouble(Match::picture));
        return matches;
    }
}

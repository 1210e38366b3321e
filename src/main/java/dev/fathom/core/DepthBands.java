package dev.fathom.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ranges of true depth that are scored apart. A pixel belongs to the band that starts at or below its truth and ends above
 * it.
 *
 * @param starts metres at which the bands start, ascending, from 0 on; each band ends where the next one starts, the last
 *     one never
 */
public record DepthBands(List<Double> starts) {
    /** 0 to 1, 2, 4, 8 m and beyond. */
    public static final DepthBands ROOM = new DepthBands(List.of(0.0, 1.0, 2.0, 4.0, 8.0));

    /** 0 to 10, 20, 40 m and beyond. */
    public static final DepthBands STREET = new DepthBands(List.of(0.0, 10.0, 20.0, 40.0));

    public DepthBands {
        starts = List.copyOf(starts);
        for (int i = 0; i < starts.size(); i++) {
            double least = i == 0 ? 0 : Math.nextUp(starts.get(i - 1));
            if (!(starts.get(i) >= least) || Double.isInfinite(starts.get(i))) {
                throw new IllegalArgumentException("bands that start at " + starts);
            }
        }
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("no band");
        }
    }

    /**
     * Reads {@code 0,1,2.5,5}.
     *
     * @throws UserException if these are not ascending numbers from 0 on
     */
    public static DepthBands parse(String text) {
        try {
            return new DepthBands(Arrays.stream(text.split(",", -1))
                    .map(part -> Double.valueOf(part.trim()))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "\"" + text + "\" does not say where depth bands start",
                    "Give ascending metres from 0 on, for example 0,1,2,4,8; the last band has no end",
                    e);
        }
    }

    public int count() {
        return starts.size();
    }

    /** Where a band ends, infinite for the last one. */
    public double end(int band) {
        return band + 1 < starts.size() ? starts.get(band + 1) : Double.POSITIVE_INFINITY;
    }

    /** The errors of one image in each band. */
    public List<ErrorSums> sums(ScoredPixels pixels) {
        ErrorTally[] tallies = Stream.generate(ErrorTally::new).limit(count()).toArray(ErrorTally[]::new);
        double[] from = starts.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 0; i < pixels.count(); i++) {
            double metres = pixels.truth()[i];
            int band = from.length - 1;
            while (band >= 0 && metres < from[band]) {
                band--;
            }
            if (band >= 0) {
                tallies[band].add(pixels.prediction()[i], metres);
            }
        }
        return Arrays.stream(tallies).map(ErrorTally::sums).toList();
    }
}

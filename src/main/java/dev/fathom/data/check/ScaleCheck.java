package dev.fathom.data.check;

import dev.fathom.data.DepthDataset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether depth is in metres what a camera sees, and if not, with which scale it would be.
 *
 * @param steps in which the stored whole numbers rise
 */
record ScaleCheck(DepthDataset data, DepthStatistics statistics, StoredSteps steps) {
    /** The median depth of data sets lies between close-ups and wide streets. */
    private static final double NEAREST = 0.2;

    private static final double FARTHEST = 80;

    /** A scale is offered only if it makes a room or a street. */
    private static final double ROOM = 0.7;

    private static final double STREET = 30;

    /** Metres, centimetres, KITTI, half of it, millimetres, a quarter of them, TUM, SUN RGB-D unrotated. */
    private static final List<Double> SCALES = List.of(1.0, 100.0, 256.0, 512.0, 1000.0, 4000.0, 5000.0, 8000.0);

    private static final double TUM_SCALE = 5000;
    private static final int TUM_STEP = 5;
    private static final int SUN_STEP = 8;
    private static final int BYTE_STEP = 257;
    private static final double KITTI_SCALE = 256;
    private static final String KITTI_SIZES = "37[0-6]x12[2-4]\\d";

    /** What is suspicious, in sentences. */
    List<String> findings() {
        return Stream.of(implausible(), kitti(), multiplied())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> implausible() {
        double median = statistics.medianMetres();
        if (Double.isNaN(median) || median >= NEAREST && median <= FARTHEST) {
            return Optional.empty();
        }
        double raw = median * data.unitsPerMetre();
        String fitting = SCALES.stream()
                .filter(scale -> raw / scale >= ROOM && raw / scale <= STREET)
                .map(scale -> String.format(Locale.ROOT, "%.0f (%s m)", scale, metres(raw / scale)))
                .collect(Collectors.joining(", "));
        return Optional.of(String.format(
                Locale.ROOT,
                "With %s units a metre the median depth is %s m, which is no room and no street; %s.",
                scale(),
                metres(median),
                fitting.isEmpty()
                        ? "none of the usual scales fits, so the depth may be relative or inverse"
                        : "these would fit as --scale: " + fitting));
    }

    private Optional<String> kitti() {
        boolean sizes = !statistics.depthSizes().isEmpty()
                && statistics.depthSizes().keySet().stream().allMatch(size -> size.matches(KITTI_SIZES));
        return sizes && data.unitsPerMetre() != KITTI_SCALE
                ? Optional.of("The depth has KITTI's size, and KITTI stores 256 units a metre, not " + scale()
                        + "; if it is KITTI's, use --scale 256.")
                : Optional.empty();
    }

    /** The steps in which a sensor's values rise show what they were multiplied by. */
    private Optional<String> multiplied() {
        if (steps.nearlyAll(BYTE_STEP)) {
            return Optional.of("The stored values are multiples of 257, so this is depth of 8 bits in files of 16;"
                    + " nothing finer than 255 steps is in it.");
        }
        if (steps.nearlyAll(TUM_STEP) && !steps.nearlyAll(2 * TUM_STEP) && data.unitsPerMetre() != TUM_SCALE) {
            return Optional.of(
                    "The stored values are multiples of 5, as millimetres are at TUM's 5000 units a metre; if"
                            + " it is of that kind, use --scale 5000.");
        }
        if (steps.nearlyAll(SUN_STEP) && !steps.nearlyAll(2 * SUN_STEP)) {
            return Optional.of(
                    "The stored values are multiples of 8, as in SUN RGB-D, whose bits are rotated by three; if"
                            + " it is of that kind, read it as such with --format.");
        }
        return Optional.empty();
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.3g" : "%.0f", value);
    }

    private String scale() {
        return Double.toString(data.unitsPerMetre()).replaceFirst("\\.0$", "");
    }
}

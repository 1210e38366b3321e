package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UsageException;
import dev.fathom.prediction.DepthUnit;
import dev.fathom.prediction.PixelNumbers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a .tflite file takes and gives, where it does not say so itself, and how long it may take. */
final class ModelOptions {
    private static final int CHANNELS = 3;

    @Option(
            names = "--input-range",
            paramLabel = "LOW,HIGH",
            description = "What pixels from 0 to 255 become: 0,1 or -1,1 or 0,255.")
    private String range;

    @Option(
            names = "--mean",
            paramLabel = "R,G,B",
            description = "Taken off after that, in units of the range; one number or three.")
    private String mean;

    @Option(names = "--std", paramLabel = "R,G,B", description = "Divided by after that; one number or three.")
    private String deviation;

    @Option(
            names = "--output-unit",
            paramLabel = "UNIT",
            description = "m, cm or mm; default what the file says, or m.")
    private String unit;

    @Option(
            names = "--size",
            paramLabel = "HxW",
            description = "Size of the picture for a file that leaves it open, for example 256x320.")
    private String size;

    @Option(names = "--inverse", description = "The numbers are inverse depth: large is near.")
    private boolean inverse;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "Give up on a .tflite file after so long without progress, default ${DEFAULT-VALUE}.")
    private int patience = 120;

    /**
     * How long to wait for a sign of life; empty for what cannot hang in a foreign file.
     *
     * @throws UsageException if the user gives less than a second
     */
    Optional<Duration> patience(DepthTarget target) {
        Duration most = PatientWorker.patience(patience);
        return target instanceof DepthTarget.Model ? Optional.of(most) : Optional.empty();
    }

    /** Null if nothing is said. */
    PixelNumbers numbers() {
        if (range == null && mean == null && deviation == null) {
            return null;
        }
        List<Double> ends = range == null ? List.of(0.0, 1.0) : numbers("--input-range", range);
        if (ends.size() != 2 || !(ends.get(1) > ends.get(0))) {
            throw new UsageException(
                    "The input range " + range + " is not two ascending numbers", "Write for example 0,1");
        }
        List<Double> less = threefold("--mean", mean, 0);
        List<Double> over = threefold("--std", deviation, 1);
        if (over.stream().anyMatch(value -> value <= 0)) {
            throw new UsageException("A standard deviation is not above 0: " + deviation, "Correct --std");
        }
        return new PixelNumbers(ends.get(0), ends.get(1), less, over);
    }

    private static List<Double> threefold(String option, String text, double absent) {
        List<Double> values = text == null ? List.of(absent) : numbers(option, text);
        if (values.size() != 1 && values.size() != CHANNELS) {
            throw new UsageException(
                    option + " has " + values.size() + " numbers", "Give one, or one for each channel");
        }
        return values.size() == CHANNELS ? values : List.of(values.get(0), values.get(0), values.get(0));
    }

    static List<Double> numbers(String option, String text) {
        try {
            List<Double> values = Arrays.stream(text.split(",", -1))
                    .map(part -> Double.valueOf(part.trim()))
                    .toList();
            if (values.stream().allMatch(Double::isFinite)) {
                return values;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " " + text + " is not numbers with commas", "Write for example 0,1", e);
        }
        throw new UsageException(option + " " + text + " is not finite", "Write for example 0,1");
    }

    /** Null if nothing is said. */
    DepthUnit unit() {
        if (unit == null) {
            return inverse ? new DepthUnit(1, true) : null;
        }
        double perMetre =
                switch (unit.toLowerCase(Locale.ROOT)) {
                    case "m" -> 1;
                    case "cm" -> 100;
                    case "mm" -> 1000;
                    default -> throw new UsageException("There is no unit \"" + unit + "\"", "Use m, cm or mm");
                };
        return new DepthUnit(perMetre, inverse);
    }

    /** Null if nothing is said. */
    ImageSize size() {
        return size == null ? null : ImageSizes.parse(size);
    }

    boolean inverse() {
        return inverse;
    }

    /** What a run cannot take. */
    void requireNoneForRun(String run) {
        String why = run + " is a run, which knows its numbers";
        requireNone(why);
        if (inverse) {
            throw new UsageException("--inverse is for .tflite files and predictions, and " + why, "Leave it out");
        }
    }

    /** What a folder of files cannot take. */
    void requireNone(String why) {
        if (range != null || mean != null || deviation != null || unit != null || size != null) {
            throw new UsageException(
                    "--input-range, --mean, --std, --size and --output-unit are for .tflite files, and " + why,
                    "Leave them out");
        }
    }
}

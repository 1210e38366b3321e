package dev.fathom.prediction;

import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of predictions that other software made; see {@link PredictionNames} for which file belongs to which picture. */
public final class PredictionFolder implements Predictions {
    private final Path root;
    private final Optional<Double> perMetre;
    private final boolean inverse;
    private final Map<String, Path> files;
    private final PredictionNames names;

    /**
     * Lists the folder and those below it.
     *
     * @param samples all that will be asked for
     * @param perMetre units a metre; empty for millimetres in whole numbers and metres in others
     * @param inverse whether the numbers are inverse depth
     * @throws UserException if the folder cannot be listed or holds no such file
     */
    public PredictionFolder(Path root, List<Sample> samples, Optional<Double> perMetre, boolean inverse) {
        this.root = root;
        this.perMetre = perMetre;
        this.inverse = inverse;
        files = files(root);
        if (files.isEmpty()) {
            throw new UserException(
                    "There is no prediction in " + root + others(root),
                    "Expected are .npy, .pfm or 16-bit .png files with the names of the pictures");
        }
        names = new PredictionNames(samples, files.keySet());
    }

    /** What is there instead, by the ending of one of its files. */
    private static String others(Path root) {
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .sorted()
                    .findFirst()
                    .map(file -> ", only files such as " + root.relativize(file))
                    .orElse(", it is empty");
        } catch (IOException | UncheckedIOException e) {
            throw unlistable(root, e);
        }
    }

    private static UserException unlistable(Path root, Exception e) {
        return new UserException(
                "The folder " + root + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
    }

    /**
     * The predictions in a folder and those below it by their paths without the ending, with slashes.
     *
     * @throws UserException if it cannot be listed
     */
    public static Map<String, Path> files(Path root) {
        Map<String, Path> files = new TreeMap<>();
        list(root).forEach(file -> files.putIfAbsent(stem(root, file), file));
        return files;
    }

    private static String stem(Path root, Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Files of more precision first, so that they win over others of the same name. */
    private static List<Path> list(Path root) {
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(file -> rank(file) >= 0 && Files.isRegularFile(file))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.<Path>comparingInt(PredictionFolder::rank)
                            .thenComparing(file -> file))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unlistable(root, e);
        }
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString();
        return PredictionFile.ENDINGS.indexOf(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Prediction> of(List<Sample> samples) {
        return samples.parallelStream().map(this::read).toList();
    }

    private Prediction read(Sample sample) {
        Optional<String> stem = names.of(sample);
        if (stem.isEmpty()) {
            return Prediction.missing(sample);
        }
        try {
            return Prediction.of(sample, PredictionFile.read(files.get(stem.get()), perMetre, inverse));
        } catch (UserException e) {
            return Prediction.failed(sample, e.sentence());
        }
    }

    @Override
    public List<String> surplus() {
        return names.surplus().stream()
                .map(stem -> root.relativize(files.get(stem)).toString().replace('\\', '/'))
                .toList();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        String kind = inverse ? "inverse depth" : "depth";
        notes.add(
                perMetre.isPresent()
                        ? "The files are taken as " + new DepthUnit(perMetre.get(), inverse).text()
                        : "The files are taken as " + kind
                                + (inverse ? "" : ": whole numbers in millimetres, others in metres"));
        notes.add("Where files differ in the ending alone, .npy goes before .pfm and that before .png");
        return notes;
    }

    @Override
    public void close() {
        // Files are opened one at a time.
    }
}

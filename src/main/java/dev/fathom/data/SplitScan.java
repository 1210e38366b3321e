package dev.fathom.data;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one split folder ({@code rgb/} and {@code depth/}) holds: its pairs, and what had to be left out. */
public record SplitScan(List<Sample> samples, List<DataProblem> problems) {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg");

    /**
     * Lists a split; a folder that does not exist is an empty one.
     *
     * @param unitsPerMetre units of the stored depth per metre
     * @param depthNeeded whether a picture without depth is left out
     */
    public static SplitScan of(Path split, double unitsPerMetre, boolean depthNeeded) {
        List<DataProblem> problems = new ArrayList<>();
        Path rgb = split.resolve("rgb");
        Path folder = split.resolve("depth");
        Map<String, Path> pictures = byStem(rgb, PICTURES, "a PNG or JPEG picture", problems);
        Map<String, Path> depths = byStem(folder, DepthFiles.endings(), "a depth file", problems);
        List<Sample> samples = new ArrayList<>();
        for (Map.Entry<String, Path> picture : pictures.entrySet()) {
            Optional<Path> depth = Optional.ofNullable(depths.remove(picture.getKey()));
            if (depthNeeded && depth.isEmpty()) {
                problems.add(new DataProblem(
                        picture.getValue(),
                        "There is no " + split.getFileName() + "/depth/" + picture.getKey() + " ("
                                + String.join(", ", DepthFiles.endings()) + ") for it."));
            } else {
                samples.add(new Sample(
                        picture.getKey(),
                        new FilePicture(rgb, name(picture.getValue())),
                        depth.map(file -> new FileDepth(folder, name(file), unitsPerMetre))));
            }
        }
        depths.forEach((stem, depth) -> problems.add(new DataProblem(
                depth, "There is no picture " + split.getFileName() + "/rgb/" + stem + " (png, jpg, jpeg) for it.")));
        return new SplitScan(List.copyOf(samples), List.copyOf(problems));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Map<String, Path> byStem(Path folder, Set<String> endings, String wanted, List<DataProblem> out) {
        Map<String, Path> found = new TreeMap<>();
        Set<String> doubled = new TreeSet<>();
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
            if (!endings.contains(ending) || !Files.isRegularFile(file)) {
                out.add(new DataProblem(file, "This is not " + wanted + "."));
                continue;
            }
            String stem = name.substring(0, dot);
            Path other = found.putIfAbsent(stem, file);
            if (other != null) {
                doubled.add(stem);
                out.add(new DataProblem(
                        file,
                        "Its name differs from " + other.getFileName() + " only in the ending; neither is used."));
            }
        }
        found.keySet().removeAll(doubled);
        return found;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!entry.getFileName().toString().startsWith(".")) {
                    files.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new UserException(
                    "The folder " + folder + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }
}

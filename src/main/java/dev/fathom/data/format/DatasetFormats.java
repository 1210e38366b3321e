package dev.fathom.data.format;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DatasetFormat.Detection;
import dev.fathom.data.DepthDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All formats, and the way from a folder to its data set. */
public final class DatasetFormats {
    private static final List<DatasetFormat> ALL = List.of(
            new FathomFolders(),
            new MaiFolders(),
            new NyuLists(),
            new DenseDepthFiles(),
            new KittiLists(),
            new KittiDrives(),
            NyuLabelled.filled(),
            NyuLabelled.raw(),
            new SunRgbd(),
            new Tum(),
            new SevenScenes(),
            new ScanNet(),
            new ArkitScenes(),
            new Diode(),
            new Hypersim(),
            new PlainLists(),
            new PlainFolders());

    private DatasetFormats() {}

    /** Names for {@code --format}, without {@link DataOptions#AUTO}. */
    public static List<String> names() {
        return ALL.stream().map(DatasetFormat::name).toList();
    }

    /** What each format looks like on the disk, by its name, in the order of {@link #names}. */
    public static Map<String, String> layouts() {
        Map<String, String> layouts = new LinkedHashMap<>();
        ALL.forEach(format -> layouts.put(format.name(), format.layout()));
        return layouts;
    }

    /** Reads a folder as what it looks like, without saying anything about it. */
    public static DepthDataset open(Path root) {
        return open(root, DataOptions.DEFAULT);
    }

    /**
     * Lists a data set.
     *
     * @throws UserException if the folder does not exist, is of no format or of several, or holds nothing usable
     */
    public static DepthDataset open(Path root, DataOptions options) {
        if (!Files.isDirectory(root)) {
            throw new UserException(
                    "The data set folder " + root + (Files.exists(root) ? " is not a folder" : " does not exist"),
                    Files.exists(root) ? "Name the folder that holds pictures and depth" : "Check the path");
        }
        DatasetFormat format = options.format().equals(DataOptions.AUTO) ? detect(root) : named(options.format());
        return new DepthDataset(root, format.name(), format.open(root, options), options);
    }

    private static DatasetFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no data format \"" + name + "\"",
                        "Use one of " + DataOptions.AUTO + ", " + String.join(", ", names())));
    }

    /** A format and what it saw. */
    private record Candidate(DatasetFormat format, Detection detection) {
        String text() {
            return format.name() + " (" + detection.why() + ")";
        }
    }

    /**
     * The format that a folder looks like.
     *
     * @throws UserException if it is none, or more than one to the same degree
     */
    static DatasetFormat detect(Path root) {
        List<Candidate> candidates = new ArrayList<>();
        for (DatasetFormat format : ALL) {
            Optional<Detection> detection = format.detect(root);
            detection.ifPresent(found -> candidates.add(new Candidate(format, found)));
        }
        Candidate best = candidates.stream()
                .max(Comparator.comparing(c -> c.detection().confidence()))
                .orElseThrow(() -> UnknownFolder.told(root));
        List<Candidate> equal = candidates.stream()
                .filter(c -> c.detection().confidence() == best.detection().confidence())
                .toList();
        if (equal.size() > 1) {
            throw new UserException(
                    root + " looks like "
                            + equal.stream().map(Candidate::text).collect(Collectors.joining(" and like ")),
                    "Say which with --format or data.format, for example "
                            + equal.get(0).format().name());
        }
        return best.format();
    }
}

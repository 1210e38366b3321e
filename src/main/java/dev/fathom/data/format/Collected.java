package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FilePicture;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleLists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples by their part of a data set as they are found, and what is left out. */
final class Collected {
    /** Makes the source of a depth file. */
    @FunctionalInterface
    interface DepthKind {
        DepthSource of(Path folder, String name);
    }

    private final Map<Part, List<Sample>> samples = new EnumMap<>(Part.class);
    private final List<DataProblem> problems = new ArrayList<>();

    Collected() {
        for (Part part : Part.values()) {
            samples.put(part, new ArrayList<>());
        }
    }

    void add(Part part, Sample sample) {
        samples.get(part).add(sample);
    }

    /** @param description in sentences */
    void problem(Path file, String description) {
        problems.add(new DataProblem(file, description));
    }

    boolean isEmpty() {
        return samples.values().stream().allMatch(List::isEmpty);
    }

    /**
     * Pairs files of equal keys; those without a partner are problems.
     *
     * @param prefix of the stems: the pictures' folder below the data set's, as {@link #prefix} gives it
     */
    void pair(Part part, String prefix, NamedFiles pictures, NamedFiles depths, DepthKind kind) {
        pictures.byKey().forEach((key, picture) -> {
            String depth = depths.byKey().get(key);
            if (depth == null) {
                problem(pictures.folder().resolve(picture), "There is no depth for it in " + depths.folder() + ".");
            } else {
                FilePicture source = new FilePicture(pictures.folder(), picture);
                add(part, new Sample(prefix + key, source, Optional.of(kind.of(depths.folder(), depth))));
            }
        });
        depths.byKey().forEach((key, depth) -> {
            if (!pictures.byKey().containsKey(key)) {
                problem(depths.folder().resolve(depth), "There is no picture for it in " + pictures.folder() + ".");
            }
        });
    }

    /** A folder below the data set's with slashes and one at the end; empty for the data set's own. */
    static String prefix(Path root, Path folder) {
        String path = root.relativize(folder).toString().replace('\\', '/');
        return path.isEmpty() ? "" : path + "/";
    }

    /**
     * What was found. Pictures to test on are also there to validate on if there are no others, as with the lists of NYU
     * Depth and KITTI.
     *
     * @param unitsPerMetre units of the stored depth per metre
     * @param camera of the decoded pictures
     */
    Listing listing(double unitsPerMetre, Optional<Intrinsics> camera) {
        List<Sample> val = samples.get(Part.VAL);
        List<Sample> test = samples.get(Part.TEST);
        boolean divided = !(val.isEmpty() && test.isEmpty());
        SampleLists lists = new SampleLists(samples.get(Part.TRAIN), val.isEmpty() ? test : val, test, List.of());
        return new Listing(lists, divided, problems, unitsPerMetre, camera);
    }
}

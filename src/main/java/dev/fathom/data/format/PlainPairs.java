package dev.fathom.data.format;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FileDepth;
import dev.fathom.data.FilePicture;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import dev.fathom.data.SampleLists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Pictures and depth files on their way to becoming pairs. */
final class PlainPairs {
    private final Path root;
    private final DataOptions options;
    private final Map<String, File> pictures = new TreeMap<>();
    private final Map<String, File> depths = new TreeMap<>();
    private final List<DataProblem> problems = new ArrayList<>();
    private final Map<String, List<Sample>> bySplit = new HashMap<>();
    private double scale;

    PlainPairs(Path root, DataOptions options) {
        this.root = root;
        this.options = options;
    }

    private record File(String path, PathRole role) {
        String splitKey() {
            return role.split().orElse("") + ":" + role.key();
        }

        String looseKey() {
            return role.split().orElse("") + ":" + role.looseKey();
        }
    }

    void add(String path, PathRole role, PathRole.Kind kind) {
        if (kind == PathRole.Kind.OTHER) {
            return;
        }
        File file = new File(path, role);
        File other = (kind == PathRole.Kind.PICTURE ? pictures : depths).putIfAbsent(file.splitKey(), file);
        if (other != null) {
            problems.add(new DataProblem(
                    root.resolve(path), "It is the second one of its name; " + other.path + " is used."));
        }
    }

    /** A file that cannot be opened. */
    void leaveOut(UserException why) {
        problems.add(new DataProblem(root, why.sentence()));
    }

    Listing listing() {
        scale = UsualScale.of(options, depths.values().stream().map(depth -> root.resolve(depth.path)));
        pair(File::splitKey);
        pair(File::looseKey);
        boolean divided = bySplit.containsKey("val") || bySplit.containsKey("test");
        List<Sample> train = new ArrayList<>(of("train"));
        train.addAll(of(""));
        SampleLists samples = new SampleLists(train, of("val"), of("test"), lonely());
        return new Listing(samples, divided, problems, scale, Optional.empty());
    }

    private List<Sample> of(String split) {
        return bySplit.getOrDefault(split, List.of());
    }

    /** Takes what has equal keys out of both maps. */
    private void pair(Function<File, String> key) {
        Map<String, File> left = new HashMap<>();
        depths.values().forEach(depth -> left.putIfAbsent(key.apply(depth), depth));
        List<File> paired = new ArrayList<>();
        for (File picture : pictures.values()) {
            File depth = left.remove(key.apply(picture));
            if (depth != null) {
                paired.add(picture);
                depths.remove(depth.splitKey());
                bySplit.computeIfAbsent(picture.role.split().orElse(""), split -> new ArrayList<>())
                        .add(sample(picture, Optional.of(depth)));
            }
        }
        paired.forEach(picture -> pictures.remove(picture.splitKey()));
    }

    /** Depth without a picture is a problem; a picture without depth can still be learnt from. */
    private List<Sample> lonely() {
        depths.values()
                .forEach(depth ->
                        problems.add(new DataProblem(root.resolve(depth.path), "There is no picture for this depth.")));
        return pictures.values().stream()
                .map(picture -> sample(picture, Optional.empty()))
                .toList();
    }

    private Sample sample(File picture, Optional<File> depth) {
        Optional<DepthSource> source = depth.map(file -> new FileDepth(root, file.path, scale));
        return new Sample(picture.role.stem(), new FilePicture(root, picture.path), source);
    }
}

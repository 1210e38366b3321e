package dev.fathom.data.format;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.Listing;
import dev.fathom.data.SampleLists;
import dev.fathom.data.SplitScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fathom's own form: {@code train}, {@code val}, {@code test} and {@code unlabeled}, each with {@code rgb} and
 * {@code depth}. Picture and depth belong together by the file name without its ending, never by order.
 */
final class FathomFolders implements DatasetFormat {
    @Override
    public String name() {
        return "fathom";
    }

    @Override
    public String layout() {
        return "train/rgb, train/depth, val/rgb, val/depth and perhaps test and unlabeled/rgb, files of the same names";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        List<String> found = Stream.of("train/rgb", "val/rgb", "test/rgb", "unlabeled/rgb")
                .filter(folder -> Files.isDirectory(root.resolve(folder)))
                .toList();
        return found.isEmpty() || MaiFolders.hasValidation(root)
                ? Optional.empty()
                : Optional.of(new Detection(Confidence.CERTAIN, "it has " + String.join(", ", found)));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = UsualScale.of(
                options, Stream.of("train", "val", "test").flatMap(split -> some(root.resolve(split + "/depth"))));
        SplitScan train = SplitScan.of(root.resolve("train"), scale, true);
        SplitScan val = SplitScan.of(root.resolve("val"), scale, true);
        SplitScan test = SplitScan.of(root.resolve("test"), scale, true);
        SplitScan unlabeled = SplitScan.of(root.resolve("unlabeled"), scale, false);
        List<DataProblem> problems = new ArrayList<>();
        Stream.of(train, val, test, unlabeled).forEach(scan -> problems.addAll(scan.problems()));
        SampleLists samples = new SampleLists(train.samples(), val.samples(), test.samples(), unlabeled.samples());
        return new Listing(samples, true, problems, scale, Optional.empty());
    }

    private static Stream<Path> some(Path folder) {
        return Files.isDirectory(folder) ? FileTree.some(folder, 1, 1).stream().map(folder::resolve) : Stream.empty();
    }
}

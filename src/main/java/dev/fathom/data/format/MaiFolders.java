package dev.fathom.data.format;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.Listing;
import dev.fathom.data.SampleLists;
import dev.fathom.data.SplitScan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The depth challenges of Mobile AI 2021 and 2022 as they are handed out: {@code train/rgb}, {@code train/depth} in
 * millimetres, {@code validation/rgb}, whose depth is not public. Without their depth validation pictures are unlabelled.
 */
final class MaiFolders implements DatasetFormat {
    private static final String VALIDATION = "validation";

    static boolean hasValidation(Path root) {
        return Files.isDirectory(root.resolve(VALIDATION).resolve("rgb"));
    }

    @Override
    public String name() {
        return "mai";
    }

    @Override
    public String layout() {
        return "train/rgb, train/depth, validation/rgb and perhaps validation/depth";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return hasValidation(root)
                ? Optional.of(new Detection(Confidence.CERTAIN, "it has validation/rgb"))
                : Optional.empty();
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        Path folder = root.resolve(VALIDATION);
        boolean scored = Files.isDirectory(folder.resolve("depth"));
        SplitScan train = SplitScan.of(root.resolve("train"), scale, true);
        SplitScan validation = SplitScan.of(folder, scale, scored);
        List<DataProblem> problems = new ArrayList<>(train.problems());
        problems.addAll(validation.problems());
        SampleLists samples = scored
                ? new SampleLists(train.samples(), validation.samples(), List.of(), List.of())
                : new SampleLists(train.samples(), List.of(), List.of(), validation.samples());
        return new Listing(samples, scored, problems, scale, Optional.empty());
    }
}

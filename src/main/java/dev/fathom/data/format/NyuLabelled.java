package dev.fathom.data.format;

import dev.fathom.core.Intrinsics;
import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import dev.fathom.data.file.Hdf5File;
import dev.fathom.data.file.Hdf5Signature;
import dev.fathom.data.file.MatVectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labelled part of NYU Depth v2: one MATLAB 7.3 file with 1449 pictures and their depth in metres, and
 * {@code splits.mat}, which divides them into 795 and 654. {@code depths} have their holes filled, {@code rawDepths} are
 * as measured.
 */
final class NyuLabelled implements DatasetFormat {
    /** The colour camera, from the toolbox's camera_params.m. */
    private static final Intrinsics CAMERA = new Intrinsics(640, 480, 518.857901, 519.469611, 325.582449, 253.736166);

    private final String name;
    private final String array;
    private final boolean usual;

    private NyuLabelled(String name, String array, boolean usual) {
        this.name = name;
        this.array = array;
        this.usual = usual;
    }

    /** With filled depth, as it is scored. */
    static NyuLabelled filled() {
        return new NyuLabelled("nyu-mat", "depths", true);
    }

    /** With the depth that was measured; never found by looking. */
    static NyuLabelled raw() {
        return new NyuLabelled("nyu-mat-raw", "rawDepths", false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String layout() {
        return "nyu_depth_v2_labeled.mat and perhaps splits.mat, with " + array;
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return usual
                ? file(root).map(file -> new Detection(Confidence.CERTAIN, "it has " + file.getFileName()))
                : Optional.empty();
    }

    private static Optional<Path> file(Path root) {
        return FolderTree.list(root, file -> file.endsWith(".mat") && file.contains("label")).stream()
                .filter(Hdf5Signature::in)
                .findFirst();
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        Path file = file(root)
                .orElseThrow(() -> new UserException(
                        "There is no MATLAB file of version 7.3 with labelled pictures in " + root,
                        "Expected is " + layout()));
        int pictures = pictures(file);
        Set<Integer> tested = tested(root);
        double scale = options.scaleOr(1);
        Collected found = new Collected();
        for (int i = 0; i < pictures; i++) {
            MatDepth depth = new MatDepth(file, array, i, scale);
            String stem = String.format(Locale.ROOT, "%04d", i + 1);
            found.add(
                    tested.contains(i + 1) ? Part.TEST : Part.TRAIN,
                    new Sample(stem, new MatPicture(file, i), Optional.of(depth)));
        }
        return found.listing(scale, Optional.of(CAMERA));
    }

    private int pictures(Path file) {
        try (Hdf5File mat = Hdf5File.open(file)) {
            return (int) Math.min(mat.dimensions(MatPicture.ARRAY)[0], mat.dimensions(array)[0]);
        }
    }

    /** Numbers, from 1, of the pictures to test on. */
    private static Set<Integer> tested(Path root) {
        Path splits = root.resolve("splits.mat");
        double[] tested =
                Files.exists(splits) ? MatVectors.read(splits).getOrDefault("testNdxs", new double[0]) : new double[0];
        return Arrays.stream(tested).mapToObj(number -> (int) number).collect(Collectors.toSet());
    }
}

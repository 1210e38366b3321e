package dev.fathom.data.format;

import dev.fathom.data.ByteDepth;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FileDepth;
import dev.fathom.data.ImageHeader;
import dev.fathom.data.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * NYU Depth v2 as DenseDepth hands it out: {@code nyu2_train.csv} of {@code SCENE/1.jpg,SCENE/1.png} with 8-bit depth
 * whose 255 is 10 m, and {@code nyu2_test.csv} of {@code 00000_colors.png,00000_depth.png} with depth in millimetres.
 */
final class DenseDepthFiles implements DatasetFormat {
    private static final double LEVELS_PER_METRE = 255 / 10.0;

    @Override
    public String name() {
        return "densedepth";
    }

    @Override
    public String layout() {
        return "nyu2_train.csv and nyu2_test.csv of \"PICTURE,DEPTH\"";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return PairLists.find(root)
                .filter(lists -> lists.any().getFileName().toString().startsWith("nyu2_"))
                .map(lists -> new Detection(
                        Confidence.CERTAIN, "it has " + lists.any().getFileName()));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        BaseFolders bases = new BaseFolders(root, List.of("data"));
        PairListReader reader = new PairListReader(
                root, bases, bases, (folder, file) -> depth(folder, file, scale), Optional.empty(), Optional.empty());
        return reader.read(PlainLists.require(root, this), scale);
    }

    /** The two kinds differ in their headers and in their names; one look at 50,000 headers would take too long. */
    private static DepthSource depth(Path folder, String name, double scale) {
        boolean fine = name.endsWith("_depth.png")
                && ImageHeader.of(folder.resolve(name))
                        .map(ImageHeader::isDepthLike)
                        .orElse(true);
        return fine ? new FileDepth(folder, name, scale) : new ByteDepth(folder, name, LEVELS_PER_METRE);
    }
}

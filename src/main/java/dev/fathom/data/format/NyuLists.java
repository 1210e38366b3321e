package dev.fathom.data.format;

import dev.fathom.data.CropRule;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.DepthPng;
import dev.fathom.data.FileDepth;
import dev.fathom.data.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * NYU Depth v2 as BTS and the Monocular-Depth-Estimation-Toolbox have it: lists of
 * {@code SCENE/rgb_00045.jpg SCENE/sync_depth_00045.png 518.8579}, depth in millimetres. Pictures to learn from lose
 * their white border; those to score stay whole, their protocol crops them.
 */
final class NyuLists implements DatasetFormat {
    private static final List<String> BASES =
            List.of("sync", "nyu", "train", "test", "official_splits/train", "official_splits/test");

    @Override
    public String name() {
        return "nyu";
    }

    @Override
    public String layout() {
        return "list files of \"SCENE/rgb_N.jpg SCENE/sync_depth_N.png FOCAL\"";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return PairLists.find(root)
                .filter(lists -> lists.sample().depth().orElse("").contains("sync_depth"))
                .map(lists -> new Detection(
                        Confidence.CERTAIN, lists.any().getFileName() + " lists rgb and sync_depth files"));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(DepthPng.MILLIMETRES);
        BaseFolders bases = new BaseFolders(root, BASES);
        Optional<CropRule> crop = options.crop() ? Optional.of(CropRule.NYU_BORDER) : Optional.empty();
        PairListReader reader = new PairListReader(
                root, bases, bases, (folder, file) -> new FileDepth(folder, file, scale), crop, Optional.empty());
        return reader.read(PlainLists.require(root, this), scale);
    }
}

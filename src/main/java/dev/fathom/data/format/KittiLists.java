package dev.fathom.data.format;

import dev.fathom.data.CropRule;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.FileDepth;
import dev.fathom.data.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * KITTI by the lists of the Eigen split as BTS and the Monocular-Depth-Estimation-Toolbox have them:
 * {@code DATE/DRIVE/image_02/data/N.png DRIVE/proj_depth/groundtruth/image_02/N.png 721.5377}, depth times 256. Pictures
 * and annotated depth may lie in one folder or in those of these projects; {@code None} for a depth makes a picture
 * unlabelled. All pictures are cropped to 352x1216.
 */
final class KittiLists implements DatasetFormat {
    static final double UNITS_PER_METRE = 256;

    static final List<String> RAW = List.of("input", "raw", "raw_data", "kitti_raw", "kitti_raw_data");
    static final List<String> ANNOTATED = List.of(
            "gt_depth",
            "depth",
            "train",
            "val",
            "data_depth_annotated",
            "data_depth_annotated/train",
            "data_depth_annotated/val",
            "gt_depth/train",
            "gt_depth/val");

    @Override
    public String name() {
        return "kitti";
    }

    @Override
    public String layout() {
        return "list files of \"DATE/DRIVE/image_02/data/N.png DRIVE/proj_depth/groundtruth/image_02/N.png FOCAL\"";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return PairLists.find(root)
                .filter(lists -> lists.sample().picture().contains("image_0")
                        && lists.sample().picture().contains("_sync/"))
                .map(lists -> new Detection(Confidence.CERTAIN, lists.any().getFileName() + " lists drives of KITTI"));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(UNITS_PER_METRE);
        Optional<CropRule> crop = options.crop() ? Optional.of(CropRule.KITTI) : Optional.empty();
        PairListReader reader = new PairListReader(
                root,
                new BaseFolders(root, RAW),
                new BaseFolders(root, ANNOTATED),
                (folder, file) -> new FileDepth(folder, file, scale),
                crop,
                crop);
        return reader.read(PlainLists.require(root, this), scale);
    }
}

package dev.fathom.run;

import java.util.List;

/**
 * The data of a run.
 *
 * @param folder of the data set
 * @param format name of the form in which it lies there, {@code auto} to look; {@code fathom data check} lists them
 * @param depthScale units of the depth files per metre, 1000 for millimetres; null for those of the format
 * @param lists folder of list files that say which pairs to train and to validate on; null for the data set's division
 * @param valFolders folders of the data set, for example scenes, to validate on and not to train on; null for none named
 * @param valShare share of the pairs to validate on, drawn with {@code split_seed}; null to keep the data set's division
 * @param splitSeed of {@code val_share}
 * @param crop whether the part is cut out that users of the format keep, such as the 352x1216 of KITTI
 * @param exactPictures whether pictures are decoded whole for training, too; otherwise to a half, a quarter or an eighth of
 *     their size where the network's image is that small, which is faster and smooths them
 * @param cache folder for decoded pairs, worth it where decoding is slower than training; null for none
 * @param cacheGib what that folder may take in GiB
 * @param unlabeled a folder of PNG or JPEG pictures without depth, also in folders below it, of any size; null for the
 *     {@code unlabeled} of the data folder, if there is one. Only a distillation with {@code unlabeled_per_batch} reads it
 * @param focal focal lengths [x, y] in pixels of the image, for losses that work on points in space; null for those of
 *     the data set, or of the Kinect of NYU Depth if it has none
 */
public record DataConfig(
        String folder,
        String format,
        Double depthScale,
        String lists,
        List<String> valFolders,
        Double valShare,
        Long splitSeed,
        Boolean crop,
        Boolean exactPictures,
        String cache,
        Double cacheGib,
        String unlabeled,
        List<Double> focal) {
    public DataConfig {
        Require.that(folder != null && !folder.isBlank(), "data.folder is missing", "Name the data folder");
        format = format == null ? "auto" : format;
        if (depthScale != null) {
            Require.positive(depthScale, "data.depth_scale");
        }
        valFolders = valFolders == null ? null : Require.entries(valFolders, "data.val_folders");
        if (valShare != null) {
            Require.share(valShare, "data.val_share");
        }
        Require.that(
                (lists == null ? 0 : 1) + (valFolders == null ? 0 : 1) + (valShare == null ? 0 : 1) <= 1,
                "data.lists, data.val_folders and data.val_share say different things about the division",
                "Keep one of them");
        splitSeed = splitSeed == null ? 1L : splitSeed;
        crop = crop == null || crop;
        exactPictures = exactPictures != null && exactPictures;
        cacheGib = cacheGib == null ? 20.0 : cacheGib;
        Require.positive(cacheGib, "data.cache_gib");
        Require.that(
                unlabeled == null || !unlabeled.isBlank(),
                "data.unlabeled is empty",
                "Name a folder of pictures, or remove it");
        focal = focal == null ? null : Require.entries(focal, "data.focal");
        Require.that(
                focal == null || focal.size() == 2 && focal.stream().allMatch(f -> f > 0 && Double.isFinite(f)),
                "data.focal is " + focal,
                "Write the two focal lengths in pixels as [x, y], for example [518.9, 519.5]");
    }

    /** A folder, the rest at its default. */
    public static DataConfig of(String folder) {
        return new DataConfig(folder, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

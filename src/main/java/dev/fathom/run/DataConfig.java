package dev.fathom.run;

import java.util.List;

/**
 * The data of a run.
 *
 * @param folder holds {@code train}, {@code val} and perhaps {@code unlabeled}, each with {@code rgb} and {@code depth}
 * @param depthScale raw units of the depth files per metre: 1000 for millimetres
 * @param unlabeled a folder of PNG or JPEG pictures without depth, also in folders below it, of any size; null for the
 *     {@code unlabeled} of the data folder, if there is one. Only a distillation with {@code unlabeled_per_batch} reads it
 * @param focal focal lengths [x, y] in pixels of the image, for losses that work on points in space; null for those of
 *     the Kinect of NYU Depth
 */
public record DataConfig(String folder, Double depthScale, String unlabeled, List<Double> focal) {
    public DataConfig {
        Require.that(folder != null && !folder.isBlank(), "data.folder is missing", "Name the data folder");
        depthScale = depthScale == null ? 1000.0 : depthScale;
        Require.positive(depthScale, "data.depth_scale");
        Require.that(
                unlabeled == null || !unlabeled.isBlank(),
                "data.unlabeled is empty",
                "Name a folder of pictures, or remove it");
        focal = focal == null ? null : Require.entries(focal, "data.focal");
        Require.that(
                focal == null || focal.size() == 2 && focal.get(0) > 0 && focal.get(1) > 0,
                "data.focal is " + focal,
                "Write the two focal lengths in pixels as [x, y], for example [518.9, 519.5]");
    }

    /** A folder of millimetre depth, the rest at its default. */
    public static DataConfig of(String folder) {
        return new DataConfig(folder, null, null, null);
    }
}

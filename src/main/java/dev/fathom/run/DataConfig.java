package dev.fathom.run;

/**
 * The data of a run.
 *
 * @param folder holds {@code train}, {@code val} and perhaps {@code unlabeled}, each with {@code rgb} and {@code depth}
 * @param depthScale raw units of the depth files per metre: 1000 for millimetres
 */
public record DataConfig(String folder, Double depthScale) {
    public DataConfig {
        Require.that(folder != null && !folder.isBlank(), "data.folder is missing", "Name the data folder");
        depthScale = depthScale == null ? 1000.0 : depthScale;
        Require.positive(depthScale, "data.depth_scale");
    }
}

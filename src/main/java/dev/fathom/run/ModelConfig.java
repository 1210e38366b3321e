package dev.fathom.run;

/**
 * The network of a run.
 *
 * @param architecture a name that {@code fathom models} lists
 * @param imageHeight rows of the image that the network takes
 * @param imageWidth columns of the image that the network takes
 * @param initFrom a run folder whose best weights start this run, or a {@code .safetensors} file, or null
 */
public record ModelConfig(String architecture, Integer imageHeight, Integer imageWidth, String initFrom) {
    public ModelConfig {
        Require.that(architecture != null, "model.architecture is missing", "Name one that \"fathom models\" lists");
        imageHeight = imageHeight == null ? 480 : imageHeight;
        imageWidth = imageWidth == null ? 640 : imageWidth;
        Require.positive(imageHeight, "model.image_height");
        Require.positive(imageWidth, "model.image_width");
    }
}

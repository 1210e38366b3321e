package dev.fathom.run;

/**
 * The network of a run.
 *
 * @param architecture a name that {@code fathom models} lists
 * @param imageHeight rows of the image that the network takes
 * @param imageWidth columns of the image that the network takes
 * @param initFrom a run folder whose best weights start this run, or a {@code .safetensors} file, or null
 * @param pretrained weights of the encoder before the first step: {@code none}, a {@code .safetensors} file, or the name
 *     of weights on a hub that {@code fathom weights fetch} has downloaded
 */
public record ModelConfig(
        String architecture, Integer imageHeight, Integer imageWidth, String initFrom, String pretrained) {
    /** The value of {@code pretrained} that leaves the encoder to the seed. */
    public static final String NONE = "none";
    /** Of one image; twice what an image of 4K has. */
    private static final long MOST_PIXELS = 4096 * 4096;

    public ModelConfig {
        Require.that(architecture != null, "model.architecture is missing", "Name one that \"fathom models\" lists");
        imageHeight = imageHeight == null ? 480 : imageHeight;
        imageWidth = imageWidth == null ? 640 : imageWidth;
        pretrained = pretrained == null || pretrained.isBlank() ? NONE : pretrained;
        Require.positive(imageHeight, "model.image_height");
        Require.positive(imageWidth, "model.image_width");
        Require.that(
                (long) imageHeight * imageWidth <= MOST_PIXELS,
                "model.image_height x model.image_width is " + imageHeight + "x" + imageWidth,
                "Set them to at most " + MOST_PIXELS + " pixels, such as 4096x4096");
        Require.that(
                initFrom == null || pretrained.equals(NONE),
                "model.init_from and model.pretrained both name weights",
                "Keep model.init_from for a whole network, or model.pretrained for its encoder alone");
    }

    /** Without weights to begin from. */
    public static ModelConfig of(String architecture) {
        return new ModelConfig(architecture, null, null, null, null);
    }
}

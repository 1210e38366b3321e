package dev.fathom.run;

import java.util.List;

/**
 * Random changes of the training images; the defaults are LiteDepth's.
 *
 * @param flip probability of mirroring left and right
 * @param crops sizes [height, width] in pixels from which R2 crop picks one; empty for no cropping
 * @param gamma range [low, high] of the exponent
 * @param brightness range of the factor on all channels
 * @param color range of the factor on each channel
 * @param rotation largest angle in degrees, either way; 0 turns nothing. LiteDepth's code has 2.5
 * @param rotationProbability of turning a picture by an angle below it
 * @param gammaScale what the exponent works on: {@code unit}, values in 0..1, or {@code byte}, values in 0..255 as in
 *     LiteDepth's code
 */
public record AugmentationConfig(
        Double flip,
        List<List<Integer>> crops,
        List<Double> gamma,
        List<Double> brightness,
        List<Double> color,
        Double rotation,
        Double rotationProbability,
        String gammaScale) {
    public AugmentationConfig {
        flip = flip == null ? 0.5 : flip;
        crops = crops == null
                ? List.of(List.of(240, 384), List.of(360, 512), List.of(480, 640))
                : Require.entries(crops, "augmentation.crops").stream()
                        .map(crop -> Require.entries(crop, "augmentation.crops"))
                        .toList();
        gamma = gamma == null ? List.of(0.9, 1.1) : Require.entries(gamma, "augmentation.gamma");
        brightness = brightness == null ? List.of(0.75, 1.25) : Require.entries(brightness, "augmentation.brightness");
        color = color == null ? List.of(0.9, 1.1) : Require.entries(color, "augmentation.color");
        rotation = rotation == null ? 0.0 : rotation;
        rotationProbability = rotationProbability == null ? 0.5 : rotationProbability;
        gammaScale = gammaScale == null ? "unit" : gammaScale;
        Require.share(flip, "augmentation.flip");
        Require.that(
                rotation >= 0 && rotation <= 180,
                "augmentation.rotation is " + rotation,
                "Set it to an angle from 0 to 180 degrees");
        Require.share(rotationProbability, "augmentation.rotation_probability");
        Require.that(
                List.of("unit", "byte").contains(gammaScale),
                "augmentation.gamma_scale is \"" + gammaScale + "\"",
                "Set it to unit or byte");
        for (List<Integer> crop : crops) {
            Require.that(
                    crop.size() == 2 && crop.get(0) > 0 && crop.get(1) > 0,
                    "augmentation.crops holds " + crop,
                    "Write each crop as [height, width] in pixels");
        }
        range(gamma, "augmentation.gamma");
        range(brightness, "augmentation.brightness");
        range(color, "augmentation.color");
    }

    private static void range(List<Double> range, String field) {
        Require.that(
                range.size() == 2 && range.get(0) > 0 && range.get(0) <= range.get(1) && Double.isFinite(range.get(1)),
                field + " is " + range,
                "Write it as [low, high] with 0 < low <= high");
    }

    static AugmentationConfig defaults() {
        return cropping(null);
    }

    /** LiteDepth's with other crops. */
    public static AugmentationConfig cropping(List<List<Integer>> crops) {
        return new AugmentationConfig(null, crops, null, null, null, null, null, null);
    }

    /** No change at all. */
    public static AugmentationConfig none() {
        List<Double> one = List.of(1.0, 1.0);
        return new AugmentationConfig(0.0, List.of(), one, one, one, null, null, null);
    }
}

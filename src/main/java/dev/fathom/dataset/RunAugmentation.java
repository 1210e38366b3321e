package dev.fathom.dataset;

import dev.fathom.core.ImageSize;
import dev.fathom.data.Augmentation;
import dev.fathom.run.AugmentationConfig;
import java.util.List;
import java.util.Locale;

/** How the pictures of a run are varied, as its configuration says. */
public final class RunAugmentation {
    private RunAugmentation() {}

    /** A configuration has been proved sound when it was read, so this cannot fail. */
    public static Augmentation of(AugmentationConfig config) {
        return new Augmentation(
                config.flip(),
                config.crops().stream()
                        .map(crop -> new ImageSize(crop.get(0), crop.get(1)))
                        .toList(),
                range(config.gamma()),
                range(config.brightness()),
                range(config.color()),
                Augmentation.GammaScale.valueOf(config.gammaScale().toUpperCase(Locale.ROOT)),
                new Augmentation.Rotation(config.rotation(), config.rotationProbability()));
    }

    private static Augmentation.Range range(List<Double> lowHigh) {
        return new Augmentation.Range(lowHigh.get(0), lowHigh.get(1));
    }
}

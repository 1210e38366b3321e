package dev.fathom.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ImageSize;
import dev.fathom.data.Augmentation;
import dev.fathom.data.Augmentation.Range;
import dev.fathom.run.AugmentationConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunAugmentationTest {
    @Test
    void theDefaultsAreLiteDepths() {
        Augmentation recipe = RunAugmentation.of(AugmentationConfig.cropping(null));
        assertEquals(0.5, recipe.flipProbability());
        assertEquals(
                List.of(new ImageSize(240, 384), new ImageSize(360, 512), new ImageSize(480, 640)), recipe.crops());
        assertEquals(new Range(0.9, 1.1), recipe.gamma());
        assertEquals(new Range(0.75, 1.25), recipe.brightness());
        assertEquals(new Range(0.9, 1.1), recipe.colour());
        assertEquals(Augmentation.GammaScale.UNIT, recipe.gammaScale());
        assertEquals(0, recipe.rotation().degrees());
    }

    @Test
    void everyFieldHasItsPlace() {
        AugmentationConfig config = new AugmentationConfig(
                0.25,
                List.of(List.of(3, 4)),
                List.of(0.5, 0.6),
                List.of(0.7, 0.8),
                List.of(1.1, 1.2),
                2.5,
                0.75,
                "byte");
        assertEquals(
                new Augmentation(
                        0.25,
                        List.of(new ImageSize(3, 4)),
                        new Range(0.5, 0.6),
                        new Range(0.7, 0.8),
                        new Range(1.1, 1.2),
                        Augmentation.GammaScale.BYTE,
                        new Augmentation.Rotation(2.5, 0.75)),
                RunAugmentation.of(config));
    }
}
